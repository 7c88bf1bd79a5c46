-- What people say of a workspace; empty when unset.
ALTER TABLE workspaces ADD COLUMN description TEXT NOT NULL DEFAULT '';
