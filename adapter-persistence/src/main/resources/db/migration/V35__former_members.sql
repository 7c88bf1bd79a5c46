-- Who left an organization. Of those who left before this table, nothing is known.
CREATE TABLE former_members (
    number ${identity},
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    joined_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    CONSTRAINT former_members_user UNIQUE (user_id, organization_id)
);

CREATE INDEX former_members_in_order ON former_members (organization_id, number);
