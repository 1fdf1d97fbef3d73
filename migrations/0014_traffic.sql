-- What was received, by the day on the wall ("2026-11-28"), the host and the kind of the download. It outlives the downloads.
CREATE TABLE traffic (
    day   TEXT    NOT NULL,
    host  TEXT    NOT NULL,
    kind  TEXT    NOT NULL,
    bytes INTEGER NOT NULL,
    files INTEGER NOT NULL,
    PRIMARY KEY (day, host, kind)
) STRICT, WITHOUT ROWID;
