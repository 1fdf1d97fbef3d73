-- Every order that a view offers has an index, in the words of the view so that SQLite knows it again. Each ends in the id,
-- which is the order of equals, and in what the views filter by, so that rows that are passed over need not be read.

DROP INDEX downloads_queue;
DROP INDEX downloads_name;
DROP INDEX downloads_size;
DROP INDEX downloads_host;
DROP INDEX downloads_created;
DROP INDEX downloads_finished;
DROP INDEX downloads_rest_created;

CREATE INDEX downloads_queue ON downloads (
    rest = 'completed', CASE WHEN rest = 'completed' THEN -finished ELSE position END, id, rest
);
CREATE INDEX downloads_name ON downloads (name COLLATE NOCASE, id, rest);
CREATE INDEX downloads_size ON downloads (size, id, rest);
CREATE INDEX downloads_host ON downloads (host, id, rest);
CREATE INDEX downloads_created ON downloads (created, id, rest);
CREATE INDEX downloads_finished ON downloads (finished, id, rest);
CREATE INDEX downloads_progress ON downloads (
    CASE WHEN rest = 'completed' THEN 1.0 ELSE 1.0 * received / max(size, 1) END, id, rest
);
CREATE INDEX downloads_status ON downloads (
    CASE rest WHEN 'queued' THEN 1 WHEN 'paused' THEN 2 WHEN 'failed' THEN 3 ELSE 4 END, id
);
