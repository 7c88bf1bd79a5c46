-- Counts the changes of a user's e-mail address, status and password. What is on its way to the user, a link or a
-- temporary password, keeps the count at which it was made, and opens nothing once the user's has moved on.
ALTER TABLE users ADD COLUMN credential_epoch BIGINT NOT NULL DEFAULT 0;
ALTER TABLE passwords ADD COLUMN credential_epoch BIGINT NOT NULL DEFAULT 0;
ALTER TABLE password_resets ADD COLUMN credential_epoch BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invitations ADD COLUMN credential_epoch BIGINT NOT NULL DEFAULT 0;
