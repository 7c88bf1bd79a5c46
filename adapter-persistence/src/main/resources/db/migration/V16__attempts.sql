-- Keys are digests: no name that somebody mistyped and no address of a stranger is kept.
CREATE TABLE attempts (
    attempt_key TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at BIGINT NOT NULL
);

CREATE INDEX attempts_by_time ON attempts (last_at);

CREATE TABLE known_addresses (
    user_id TEXT NOT NULL REFERENCES users (id),
    address TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, address)
);

CREATE INDEX known_addresses_by_time ON known_addresses (used_at);
