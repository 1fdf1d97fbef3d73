-- Kinds, tags and queues are filtered and sorted by, and counted with each change as hosts and folders are; notes are searched.

DROP INDEX downloads_kind;
CREATE INDEX downloads_kind ON downloads (kind, id, rest);

INSERT INTO facets SELECT 'kind', kind, count(*) FROM downloads WHERE kind IS NOT NULL GROUP BY kind;
INSERT INTO facets SELECT 'queue', queue, count(*) FROM downloads GROUP BY queue;
-- As it is written first: in any case it is the same tag.
INSERT INTO facets SELECT 'tag', min(tag), count(*) FROM tags GROUP BY tag;

CREATE TRIGGER downloads_facets_unlabelled AFTER DELETE ON downloads BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'kind' AND value = old.kind;
    UPDATE facets SET count = count - 1 WHERE facet = 'queue' AND value = old.queue;
END;

CREATE TRIGGER downloads_facets_kind AFTER UPDATE OF kind ON downloads WHEN new.kind IS NOT old.kind BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'kind' AND value = old.kind;
    INSERT INTO facets SELECT 'kind', new.kind, 1 WHERE new.kind IS NOT NULL ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER downloads_facets_queue AFTER UPDATE OF queue ON downloads WHEN new.queue <> old.queue BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'queue' AND value = old.queue;
    INSERT INTO facets VALUES ('queue', new.queue, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- What a search looks through of a download itself: its name, and below it what the person wrote.
ALTER TABLE downloads ADD COLUMN searched TEXT AS (
    CASE WHEN options <> '{}' AND json_valid(options) THEN name || coalesce(char(10) || (options ->> 'note'), '') ELSE name END
) VIRTUAL;

ALTER TABLE unindexed RENAME COLUMN name TO text;

DROP TRIGGER downloads_renamed;
CREATE TRIGGER downloads_searched AFTER UPDATE OF name, options ON downloads WHEN new.searched <> old.searched BEGIN
    INSERT OR REPLACE INTO unindexed VALUES (new.id, new.searched);
END;

DROP TRIGGER downloads_came_back;
CREATE TRIGGER downloads_came_back AFTER INSERT ON downloads
WHEN new.id <= (SELECT seq FROM sqlite_sequence WHERE name = 'downloads') BEGIN
    INSERT OR REPLACE INTO unindexed VALUES (new.id, new.searched);
END;

-- The index has names only, and is made anew.
DELETE FROM unindexed;
UPDATE search_stamp SET value = hex(randomblob(16));
