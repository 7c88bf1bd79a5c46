-- Two more predefined roles. A custom role that bears one of their names keeps what it gives, and whom, under another.
UPDATE roles
SET name = name || ' (custom)', name_key = name_key || ' (custom)'
WHERE name_key IN ('member', 'reviewer')
    AND NOT EXISTS (SELECT 1 FROM roles AS taken WHERE taken.name_key = roles.name_key || ' (custom)');
UPDATE roles
SET name = name || ' ' || id, name_key = name_key || ' ' || id
WHERE name_key IN ('member', 'reviewer');

-- The numbers of the two are those of their coming here: what was made before may have smaller ones.
ALTER TABLE roles ADD COLUMN predefined BOOLEAN NOT NULL DEFAULT FALSE;
INSERT INTO roles (id, name, name_key, description, permissions, assigned_only, instance_wide, reaches_workspaces)
VALUES
    ('00000000-0000-8000-8000-000000000006', 'member', 'member', '', '', '', FALSE, FALSE),
    ('00000000-0000-8000-8000-000000000007', 'reviewer', 'reviewer', '', '', '', FALSE, FALSE);
UPDATE roles SET predefined = TRUE WHERE id LIKE '00000000-0000-8000-8000-00000000000_';
