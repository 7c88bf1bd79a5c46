CREATE TABLE datasets (
    number ${identity},
    id TEXT NOT NULL,
    workspace_id TEXT NOT NULL REFERENCES workspaces (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    access TEXT NOT NULL,
    restricted BOOLEAN NOT NULL,
    creator_id TEXT REFERENCES users (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT datasets_id UNIQUE (id),
    CONSTRAINT datasets_workspace_id_name_key UNIQUE (workspace_id, name_key)
);

CREATE INDEX datasets_by_workspace ON datasets (workspace_id, number);
CREATE INDEX datasets_by_creator ON datasets (creator_id);

CREATE TABLE assignments (
    number ${identity},
    dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    assigned_at BIGINT NOT NULL,
    CONSTRAINT assignments_user UNIQUE (user_id, dataset_id)
);

CREATE INDEX assignments_in_order ON assignments (dataset_id, number);

CREATE TABLE contributions (
    number ${identity},
    dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    total BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    CONSTRAINT contributions_user UNIQUE (user_id, dataset_id)
);

CREATE INDEX contributions_in_order ON contributions (dataset_id, number);
CREATE INDEX contributions_of_user_in_order ON contributions (user_id, number);
