-- A column is what SQL filters or sorts by; all that a download merely carries is JSON in "options" and "resource".

CREATE TABLE downloads (
    -- AUTOINCREMENT: an id is never used twice, so nobody acts on another download by an old number.
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    rest     TEXT    NOT NULL CHECK (rest IN ('queued', 'paused', 'failed', 'completed')),
    name     TEXT    NOT NULL,
    url      TEXT    NOT NULL,
    host     TEXT    NOT NULL,
    folder   TEXT    NOT NULL,
    part     TEXT,
    path     TEXT,
    size     INTEGER,
    received INTEGER NOT NULL DEFAULT 0,
    failure  TEXT,
    resource TEXT,
    options  TEXT    NOT NULL,
    created  INTEGER NOT NULL,
    finished INTEGER
) STRICT;

CREATE INDEX downloads_position ON downloads (position) WHERE rest <> 'completed';
CREATE INDEX downloads_rest ON downloads (rest);
CREATE INDEX downloads_created ON downloads (created);
CREATE INDEX downloads_name ON downloads (name COLLATE NOCASE);

-- What happened to each download, oldest first by rowid.
CREATE TABLE log (
    download INTEGER NOT NULL REFERENCES downloads (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    entry    TEXT    NOT NULL
) STRICT;

CREATE INDEX log_download ON log (download);

CREATE TABLE settings (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value    TEXT    NOT NULL
) STRICT;
