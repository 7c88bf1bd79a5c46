-- The user whom the changes name, where that is not what the event is about.
ALTER TABLE audit_events ADD COLUMN person_id TEXT;
-- The newest seal when it was written; empty for events from before they were signed.
ALTER TABLE audit_events ADD COLUMN after_seal TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN signature TEXT NOT NULL DEFAULT '';

CREATE INDEX audit_events_by_person ON audit_events (person_id, number) WHERE person_id IS NOT NULL;

ALTER TABLE audit_seals ADD COLUMN kind TEXT NOT NULL DEFAULT 'found';
ALTER TABLE audit_seals ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- At most one row: of the secret key that the store belongs to.
CREATE TABLE secret_keys (
    slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
    fingerprint TEXT NOT NULL
);

-- Migration 23 is in TakeOverTrail: it signs what is there.
