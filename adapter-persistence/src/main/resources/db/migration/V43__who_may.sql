-- The members who hold a role in an organization, in their own order: who may do something in it asks for these alone.
DROP INDEX organization_members_by_role;
CREATE INDEX organization_members_by_role ON organization_members (role_id, organization_id, user_number);
