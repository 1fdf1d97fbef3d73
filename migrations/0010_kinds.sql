-- What kind of file a download is of, and what a person calls it. Columns that are empty are filled in when the list is opened:
-- what belongs into them is no business of SQL.

-- The id of a kind, which is a setting.
ALTER TABLE downloads ADD COLUMN kind TEXT;
-- A hash of its URL without fragment, by which the same link is found again.
ALTER TABLE downloads ADD COLUMN link INTEGER;

CREATE INDEX downloads_kind ON downloads (kind, created, id, rest);
CREATE INDEX downloads_link ON downloads (link);

-- In any case the same tag.
CREATE TABLE tags (
    download INTEGER NOT NULL REFERENCES downloads (id) ON DELETE CASCADE,
    tag      TEXT    NOT NULL COLLATE NOCASE,
    PRIMARY KEY (download, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_tag ON tags (tag, download);
