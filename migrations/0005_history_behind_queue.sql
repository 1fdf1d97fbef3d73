-- Finished ones have left the queue: after it, the latest first. That is a position like any other, far behind all that
-- wait, so that the order of the queue is one column: SQLite looks up every row that a page passes over where an index is
-- on an expression.
UPDATE downloads SET position = 0x4000000000000000 - coalesce(finished, 0) WHERE rest = 'completed';

DROP INDEX downloads_queue;
CREATE INDEX downloads_queue ON downloads (position, id, rest);
