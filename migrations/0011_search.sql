-- What the search index, which is a file of its own, does not know yet of downloads that it knew: their names as they are now,
-- or none where they are gone. New ones are those with ids that are higher than any in it.
CREATE TABLE unindexed (
    id   INTEGER PRIMARY KEY,
    name TEXT
) STRICT;

-- An index is of this list only while both say the same.
CREATE TABLE search_stamp (value TEXT NOT NULL) STRICT;
INSERT INTO search_stamp VALUES (hex(randomblob(16)));

CREATE TRIGGER downloads_renamed AFTER UPDATE OF name ON downloads WHEN new.name <> old.name BEGIN
    INSERT OR REPLACE INTO unindexed VALUES (new.id, new.name);
END;

CREATE TRIGGER downloads_unnamed AFTER DELETE ON downloads BEGIN
    INSERT OR REPLACE INTO unindexed VALUES (old.id, NULL);
END;

-- One that comes back has an id from before.
CREATE TRIGGER downloads_came_back AFTER INSERT ON downloads
WHEN new.id <= (SELECT seq FROM sqlite_sequence WHERE name = 'downloads') BEGIN
    INSERT OR REPLACE INTO unindexed VALUES (new.id, new.name);
END;
