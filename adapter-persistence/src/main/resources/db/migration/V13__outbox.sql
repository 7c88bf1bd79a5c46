CREATE TABLE outbox (
    number ${identity},
    id TEXT NOT NULL,
    about_id TEXT REFERENCES users (id),
    kind TEXT NOT NULL,
    -- Empty once it is given up.
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    -- The end of the lease while somebody is sending it; none when it is given up.
    next_attempt_at BIGINT,
    failed_at BIGINT,
    last_error TEXT,
    given_up_at BIGINT,
    CONSTRAINT outbox_id UNIQUE (id)
);

CREATE INDEX outbox_by_about ON outbox (about_id);
CREATE INDEX outbox_by_next_attempt ON outbox (next_attempt_at, number);
CREATE INDEX outbox_by_failure ON outbox (failed_at);
CREATE INDEX outbox_by_giving_up ON outbox (given_up_at);
