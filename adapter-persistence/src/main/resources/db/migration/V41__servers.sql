-- How the server that started last is reached, for the links of commands beside it; one row.
CREATE TABLE servers (
    slot INTEGER NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    settings TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    stopped_at BIGINT
);
