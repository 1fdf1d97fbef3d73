-- Files on their way to another place, noted before they go: a start after a crash finds out where they are.
CREATE TABLE relocations (
    download INTEGER PRIMARY KEY REFERENCES downloads (id) ON DELETE CASCADE,
    source   TEXT    NOT NULL,
    target   TEXT    NOT NULL
) STRICT;
