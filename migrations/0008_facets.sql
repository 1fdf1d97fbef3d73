-- What the side bar offers beside states: how many downloads have each host and each folder. Counted with each change, since
-- to count a hundred thousand takes too long to be done each second. As with "counts", adding counts by itself.
CREATE TABLE facets (
    facet TEXT    NOT NULL,
    value TEXT    NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (facet, value)
) STRICT, WITHOUT ROWID;

INSERT INTO facets SELECT 'host', host, count(*) FROM downloads GROUP BY host;
INSERT INTO facets SELECT 'folder', folder, count(*) FROM downloads GROUP BY folder;

CREATE TRIGGER downloads_facets_left AFTER DELETE ON downloads BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'host' AND value = old.host;
    UPDATE facets SET count = count - 1 WHERE facet = 'folder' AND value = old.folder;
END;

CREATE TRIGGER downloads_facets_host AFTER UPDATE OF host ON downloads WHEN new.host <> old.host BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'host' AND value = old.host;
    INSERT INTO facets VALUES ('host', new.host, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER downloads_facets_folder AFTER UPDATE OF folder ON downloads WHEN new.folder <> old.folder BEGIN
    UPDATE facets SET count = count - 1 WHERE facet = 'folder' AND value = old.folder;
    INSERT INTO facets VALUES ('folder', new.folder, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- By which the downloads of one folder are found, and put in order.
CREATE INDEX downloads_folder ON downloads (folder, id, rest);
