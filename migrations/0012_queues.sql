-- Named queues, each with its rules as JSON. The first is the default one: it is always there.
CREATE TABLE queues (
    -- AUTOINCREMENT: an id is never used twice, so that a removed queue can come back as itself.
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Place among the queues.
    position INTEGER NOT NULL,
    settings TEXT    NOT NULL
) STRICT;

INSERT INTO queues VALUES (1, 0, '{}');

-- Which queue a download is in. Its place there is "position", as that of all.
ALTER TABLE downloads ADD COLUMN queue INTEGER NOT NULL DEFAULT 1;
-- When it starts whatever its queue says, in milliseconds since 1970; 0: at once; null: when it is its turn.
ALTER TABLE downloads ADD COLUMN starts INTEGER;

CREATE INDEX downloads_in_queue ON downloads (queue, position, id, rest);
