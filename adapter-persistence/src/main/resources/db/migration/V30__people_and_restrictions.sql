-- Since when a dataset is restricted, and who did it; no time for one that is not.
ALTER TABLE datasets ADD COLUMN restricted_at BIGINT;
ALTER TABLE datasets ADD COLUMN restricter_id TEXT REFERENCES users (id);

-- As far as the audit trail remembers.
UPDATE datasets
SET restricted_at = coalesce(
        (SELECT max(audit_events.at) FROM audit_events
            WHERE audit_events.subject_id = datasets.id AND audit_events.action = 'dataset.restrict'),
        updated_at),
    restricter_id = (SELECT users.id FROM users WHERE users.id = (
        SELECT audit_events.actor_id FROM audit_events
            WHERE audit_events.subject_id = datasets.id AND audit_events.action = 'dataset.restrict'
            ORDER BY audit_events.number DESC
            LIMIT 1))
WHERE restricted;

ALTER TABLE datasets DROP COLUMN restricted;

CREATE INDEX datasets_restricted ON datasets (number) WHERE restricted_at IS NOT NULL;
CREATE INDEX datasets_by_restricter ON datasets (restricter_id);

-- The number of the member, so that the people of places are found in their own order.
ALTER TABLE organization_members ADD COLUMN user_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE workspace_members ADD COLUMN user_number BIGINT NOT NULL DEFAULT 0;
UPDATE organization_members
SET user_number = (SELECT users.number FROM users WHERE users.id = organization_members.user_id);
UPDATE workspace_members
SET user_number = (SELECT users.number FROM users WHERE users.id = workspace_members.user_id);

CREATE INDEX organization_people_in_order ON organization_members (organization_id, user_number);
CREATE INDEX workspace_people_in_order ON workspace_members (workspace_id, user_number);
