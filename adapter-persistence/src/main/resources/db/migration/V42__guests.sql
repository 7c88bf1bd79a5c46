-- Until when the accounts of guests last: as long as a workspace, until a time, or whichever ends first.
ALTER TABLE users ADD COLUMN stay_workspace_id TEXT REFERENCES workspaces (id);
ALTER TABLE users ADD COLUMN stay_until BIGINT;

CREATE INDEX users_by_stay_workspace ON users (stay_workspace_id);
CREATE INDEX users_by_stay_end ON users (stay_until, number);
