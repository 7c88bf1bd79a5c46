-- They reserve nothing, so neither usernames nor addresses are unique here.
CREATE TABLE pending_sign_ups (
    number ${identity},
    digest TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    username TEXT NOT NULL,
    first_name TEXT,
    last_name TEXT,
    password_hash TEXT NOT NULL,
    link_digest TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pending_sign_ups_digest UNIQUE (digest)
);

CREATE INDEX pending_sign_ups_by_email ON pending_sign_ups (email_key, number);
CREATE INDEX pending_sign_ups_by_end ON pending_sign_ups (expires_at);
