-- What is written to find out whether anything can be. At most one row.
CREATE TABLE probes (
    slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
    writes BIGINT NOT NULL
);
