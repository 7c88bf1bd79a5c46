-- Salted digests of the texts that may be erased; empty for events from before there were any.
ALTER TABLE audit_events ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

-- Each closes a batch of events.
CREATE TABLE audit_seals (
    number BIGINT NOT NULL PRIMARY KEY,
    first_event BIGINT NOT NULL,
    last_event BIGINT NOT NULL,
    contents TEXT NOT NULL,
    previous TEXT NOT NULL,
    sealed_at BIGINT NOT NULL,
    signature TEXT NOT NULL,
    anchor TEXT NOT NULL
);

CREATE INDEX audit_seals_by_time ON audit_seals (sealed_at, number);
