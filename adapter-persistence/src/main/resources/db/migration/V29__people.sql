-- The number of the member, so that the people of places are found in their own order.
ALTER TABLE organization_members ADD COLUMN user_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE workspace_members ADD COLUMN user_number BIGINT NOT NULL DEFAULT 0;
UPDATE organization_members
SET user_number = (SELECT users.number FROM users WHERE users.id = organization_members.user_id);
UPDATE workspace_members
SET user_number = (SELECT users.number FROM users WHERE users.id = workspace_members.user_id);

CREATE INDEX organization_people_in_order ON organization_members (organization_id, user_number);
CREATE INDEX workspace_people_in_order ON workspace_members (workspace_id, user_number);
