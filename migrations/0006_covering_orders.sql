-- An index on an expression covers nothing: SQLite looks up every row that a page passes over. So what the views order by is
-- a column.

-- How much of it is there, from 0 to 1, if that is known.
ALTER TABLE downloads ADD COLUMN progress REAL;
UPDATE downloads SET progress = CASE WHEN rest = 'completed' THEN 1.0 ELSE 1.0 * received / max(size, 1) END
WHERE rest = 'completed' OR size IS NOT NULL;

DROP INDEX downloads_progress;
CREATE INDEX downloads_progress ON downloads (progress, id, rest);

-- Backwards through the alphabet: queued, paused, failed, completed.
DROP INDEX downloads_status;
CREATE INDEX downloads_status ON downloads (rest DESC, id);

-- Adding counts what it adds, once for all rows: a trigger costs an eighth of adding them.
DROP TRIGGER downloads_counted;
