CREATE TABLE grants (
    number ${identity},
    id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    role_id TEXT NOT NULL REFERENCES roles (id),
    workspace_id TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    dataset_id TEXT REFERENCES datasets (id) ON DELETE CASCADE,
    -- What it is on: the dataset where there is one, else the workspace.
    place_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT grants_id UNIQUE (id),
    CONSTRAINT grants_user_place UNIQUE (user_id, place_id)
);

CREATE INDEX grants_by_place ON grants (place_id);
CREATE INDEX grants_by_workspace ON grants (workspace_id);
CREATE INDEX grants_by_dataset ON grants (dataset_id);
CREATE INDEX grants_by_role ON grants (role_id);
