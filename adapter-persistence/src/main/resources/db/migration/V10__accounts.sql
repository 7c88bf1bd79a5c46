ALTER TABLE users ADD COLUMN phone TEXT;
ALTER TABLE users ADD COLUMN developer BOOLEAN NOT NULL DEFAULT FALSE;
-- Whoever made a service account, and caps it.
ALTER TABLE users ADD COLUMN maker_id TEXT REFERENCES users (id);
ALTER TABLE users ADD COLUMN last_activity_at BIGINT;

-- Owners, managers and admins.
UPDATE users SET developer = TRUE WHERE role_id IN (
    '00000000-0000-8000-8000-000000000001',
    '00000000-0000-8000-8000-000000000002',
    '00000000-0000-8000-8000-000000000003');

CREATE INDEX users_by_maker ON users (maker_id);
-- The e-mails of deleted users too, who may be invited again.
CREATE INDEX users_by_email ON users (email_key);

ALTER TABLE roles ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE roles ADD COLUMN updated_at BIGINT NOT NULL DEFAULT 0;

CREATE TABLE registered_permissions (
    number ${identity},
    permission TEXT NOT NULL,
    description TEXT NOT NULL,
    CONSTRAINT registered_permissions_permission UNIQUE (permission)
);
