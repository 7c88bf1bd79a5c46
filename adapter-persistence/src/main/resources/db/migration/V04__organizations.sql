CREATE TABLE organizations (
    number ${identity},
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT organizations_id UNIQUE (id),
    CONSTRAINT organizations_name_key UNIQUE (name_key)
);

CREATE TABLE organization_members (
    number ${identity},
    id TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    role_id TEXT REFERENCES roles (id),
    joined_at BIGINT NOT NULL,
    CONSTRAINT organization_members_id UNIQUE (id),
    CONSTRAINT organization_members_user UNIQUE (user_id, organization_id)
);

CREATE INDEX organization_members_in_order ON organization_members (organization_id, number);
CREATE INDEX organization_members_by_role ON organization_members (role_id);
