-- By which a finished file is known to be as it was: the hashes of its blocks (1 MiB each, CRC-64/NVME), eight bytes each, in
-- order and little-endian. Apart from the rows that the views read.
CREATE TABLE ledgers (
    download INTEGER PRIMARY KEY REFERENCES downloads (id) ON DELETE CASCADE,
    hashes   BLOB    NOT NULL
) STRICT;
