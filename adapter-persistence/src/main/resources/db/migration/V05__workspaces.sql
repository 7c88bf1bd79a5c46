CREATE TABLE workspaces (
    number ${identity},
    id TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    title TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT workspaces_id UNIQUE (id),
    CONSTRAINT workspaces_name_key UNIQUE (name_key)
);

CREATE INDEX workspaces_by_organization ON workspaces (organization_id, number);

CREATE TABLE workspace_members (
    number ${identity},
    id TEXT NOT NULL,
    workspace_id TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    role_id TEXT REFERENCES roles (id),
    joined_at BIGINT NOT NULL,
    CONSTRAINT workspace_members_id UNIQUE (id),
    CONSTRAINT workspace_members_user UNIQUE (user_id, workspace_id)
);

CREATE INDEX workspace_members_in_order ON workspace_members (workspace_id, number);
CREATE INDEX workspace_members_of_user_in_order ON workspace_members (user_id, number);
CREATE INDEX workspace_members_by_role ON workspace_members (role_id);
