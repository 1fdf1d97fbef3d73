-- What was learned of each host, as JSON, for the next start.
CREATE TABLE hosts (
    -- "host:port".
    host    TEXT    PRIMARY KEY,
    learned TEXT    NOT NULL,
    -- When, in milliseconds since 1970.
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX hosts_at ON hosts (at);
