-- The names of constraints are read back by the code: table and columns, joined by underscores.
CREATE TABLE roles (
    number ${identity},
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL,
    -- Keys with a blank between them. What the predefined roles give is in the code.
    permissions TEXT NOT NULL,
    assigned_only TEXT NOT NULL,
    instance_wide BOOLEAN NOT NULL,
    reaches_workspaces BOOLEAN NOT NULL,
    CONSTRAINT roles_id UNIQUE (id),
    CONSTRAINT roles_name_key UNIQUE (name_key)
);

INSERT INTO roles (id, name, name_key, description, permissions, assigned_only, instance_wide, reaches_workspaces)
VALUES
    ('00000000-0000-8000-8000-000000000001', 'owner', 'owner', '', '', '', TRUE, TRUE),
    ('00000000-0000-8000-8000-000000000002', 'manager', 'manager', '', '', '', FALSE, TRUE),
    ('00000000-0000-8000-8000-000000000003', 'admin', 'admin', '', '', '', FALSE, FALSE),
    ('00000000-0000-8000-8000-000000000004', 'viewer', 'viewer', '', '', '', FALSE, FALSE),
    ('00000000-0000-8000-8000-000000000005', 'annotator', 'annotator', '', '', '', FALSE, FALSE);
