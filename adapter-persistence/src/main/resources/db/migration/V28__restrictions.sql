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
