-- A hundred thousand rows: each order that a view offers by itself has an index to page through, and no view counts.

-- In the words of the view, so that SQLite knows it again.
CREATE INDEX downloads_queue ON downloads (
    rest = 'completed', CASE WHEN rest = 'completed' THEN -finished ELSE position END
);
CREATE INDEX downloads_rest_created ON downloads (rest, created);
CREATE INDEX downloads_host ON downloads (host);
CREATE INDEX downloads_size ON downloads (size);
CREATE INDEX downloads_finished ON downloads (finished);
-- The two above serve all that these did.
DROP INDEX downloads_position;
DROP INDEX downloads_rest;

-- How many downloads rest where.
CREATE TABLE counts (
    rest  TEXT    PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counts VALUES ('queued', 0), ('paused', 0), ('failed', 0), ('completed', 0);
UPDATE counts SET count = (SELECT count(*) FROM downloads WHERE downloads.rest = counts.rest);

CREATE TRIGGER downloads_counted AFTER INSERT ON downloads BEGIN
    UPDATE counts SET count = count + 1 WHERE rest = new.rest;
END;

CREATE TRIGGER downloads_uncounted AFTER DELETE ON downloads BEGIN
    UPDATE counts SET count = count - 1 WHERE rest = old.rest;
END;

CREATE TRIGGER downloads_recounted AFTER UPDATE OF rest ON downloads WHEN new.rest <> old.rest BEGIN
    UPDATE counts SET count = count - 1 WHERE rest = old.rest;
    UPDATE counts SET count = count + 1 WHERE rest = new.rest;
END;
