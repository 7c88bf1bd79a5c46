CREATE TABLE api_keys (
    number ${identity},
    id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    digest TEXT NOT NULL,
    -- What may be shown of the key.
    hint TEXT NOT NULL,
    creator_id TEXT REFERENCES users (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    last_used_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT api_keys_id UNIQUE (id),
    CONSTRAINT api_keys_digest UNIQUE (digest)
);

CREATE INDEX api_keys_of_user_in_order ON api_keys (user_id, number);
CREATE INDEX api_keys_of_creator_in_order ON api_keys (creator_id, number);

-- The few service accounts among many people, and their keys.
CREATE INDEX users_by_kind ON users (kind, number);
