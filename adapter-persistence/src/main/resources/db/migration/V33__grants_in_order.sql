-- The organization of the workspace, which never changes, so that the grants in an organization are found in their order.
ALTER TABLE grants ADD COLUMN organization_id TEXT NOT NULL DEFAULT '';
UPDATE grants
SET organization_id = (SELECT workspaces.organization_id FROM workspaces WHERE workspaces.id = grants.workspace_id);

CREATE INDEX grants_by_organization ON grants (organization_id, number);
