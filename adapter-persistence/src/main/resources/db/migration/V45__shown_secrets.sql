-- Who was shown what opens somebody else's account, of each kind the last.
CREATE TABLE shown_secrets (
    user_id TEXT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    shown_to TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (user_id, kind)
);

CREATE INDEX shown_secrets_by_reader ON shown_secrets (shown_to);
