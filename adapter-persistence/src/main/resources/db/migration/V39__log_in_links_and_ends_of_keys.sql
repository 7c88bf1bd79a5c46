-- Links that log their user in, once. They keep the count at which they were made, as password resets do.
CREATE TABLE log_in_links (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    credential_epoch BIGINT NOT NULL,
    CONSTRAINT log_in_links_digest UNIQUE (digest)
);

-- The keys that end soon.
CREATE INDEX api_keys_by_end ON api_keys (expires_at);
