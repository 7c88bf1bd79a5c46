-- What members are sorted and counted by beside their places, so that a numbered page reads what is on it and before it.
ALTER TABLE organization_members ADD COLUMN username_key TEXT NOT NULL DEFAULT '';
ALTER TABLE organization_members ADD COLUMN user_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE workspace_members ADD COLUMN username_key TEXT NOT NULL DEFAULT '';
ALTER TABLE workspace_members ADD COLUMN user_kind TEXT NOT NULL DEFAULT '';
UPDATE organization_members
SET username_key = (SELECT users.username_key FROM users WHERE users.id = organization_members.user_id),
    user_kind = (SELECT users.kind FROM users WHERE users.id = organization_members.user_id);
UPDATE workspace_members
SET username_key = (SELECT users.username_key FROM users WHERE users.id = workspace_members.user_id),
    user_kind = (SELECT users.kind FROM users WHERE users.id = workspace_members.user_id);

CREATE INDEX organization_members_by_username
    ON organization_members (organization_id, username_key ${byCodePoints}, user_number, user_kind, number);
CREATE INDEX workspace_members_by_username
    ON workspace_members (workspace_id, username_key ${byCodePoints}, user_number, user_kind, number);

-- What they are called, and what the door that they came by wants to know when they confirm.
ALTER TABLE pending_sign_ups ADD COLUMN display_name TEXT;
ALTER TABLE pending_sign_ups ADD COLUMN said TEXT;
