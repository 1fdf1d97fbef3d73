-- Downloads that were taken off the list, for a day: as they were, with all that hung on them, so that they can come back.
-- Apart from the others, so that no view passes over them and no count has to leave them out.
CREATE TABLE removed (
    id   INTEGER PRIMARY KEY,
    -- When, in milliseconds since 1970.
    at   INTEGER NOT NULL,
    -- What became of the file.
    fate TEXT    NOT NULL CHECK (fate IN ('keep', 'trash')),
    -- Table by table, as JSON: its rows by column; bytes in hexadecimal digits.
    kept TEXT    NOT NULL
) STRICT;

CREATE INDEX removed_at ON removed (at);
