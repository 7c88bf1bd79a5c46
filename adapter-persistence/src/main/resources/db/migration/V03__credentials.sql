CREATE TABLE passwords (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE user_tokens (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    digest TEXT NOT NULL,
    sealed TEXT,
    changed_at BIGINT NOT NULL,
    CONSTRAINT user_tokens_digest UNIQUE (digest)
);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    digest TEXT NOT NULL,
    agent TEXT,
    address TEXT,
    opened_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    CONSTRAINT sessions_digest UNIQUE (digest)
);

CREATE INDEX sessions_by_user ON sessions (user_id, opened_at, id);
CREATE INDEX sessions_by_last_use ON sessions (last_used_at);
CREATE INDEX sessions_by_end ON sessions (ends_at);

-- At most one row.
CREATE TABLE set_up_links (
    slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
    digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
