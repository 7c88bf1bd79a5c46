CREATE TABLE user_annexes (
    number ${identity},
    user_id TEXT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    content TEXT NOT NULL,
    attached_at BIGINT NOT NULL,
    CONSTRAINT user_annexes_entry UNIQUE (user_id, kind, entry)
);

CREATE TABLE organization_annexes (
    number ${identity},
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    content TEXT NOT NULL,
    attached_at BIGINT NOT NULL,
    CONSTRAINT organization_annexes_entry UNIQUE (organization_id, kind, entry)
);
