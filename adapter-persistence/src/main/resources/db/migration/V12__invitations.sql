CREATE TABLE invitations (
    number ${identity},
    id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    mode TEXT NOT NULL,
    digest TEXT,
    inviter_id TEXT REFERENCES users (id),
    created_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT invitations_id UNIQUE (id),
    CONSTRAINT invitations_user UNIQUE (user_id),
    CONSTRAINT invitations_digest UNIQUE (digest)
);

CREATE INDEX invitations_by_inviter ON invitations (inviter_id);

CREATE TABLE invite_links (
    organization_id TEXT NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    most_uses INTEGER,
    uses INTEGER NOT NULL,
    -- With a blank between them; empty for any.
    domains TEXT NOT NULL,
    CONSTRAINT invite_links_digest UNIQUE (digest)
);

CREATE TABLE password_resets (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT password_resets_digest UNIQUE (digest)
);

-- The end of a password that its user must replace; none for one that lasts.
ALTER TABLE passwords ADD COLUMN temporary_until BIGINT;

-- Lists of grants, in order of making.
CREATE INDEX grants_of_user_in_order ON grants (user_id, number);
DROP INDEX grants_by_workspace;
CREATE INDEX grants_by_workspace ON grants (workspace_id, number);
DROP INDEX grants_by_dataset;
CREATE INDEX grants_by_dataset ON grants (dataset_id, number);
