-- No foreign keys: history outlives what it tells of.
CREATE TABLE audit_events (
    number ${identity},
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    door TEXT NOT NULL,
    address TEXT,
    -- The part of the action before the dot, which is asked for on its own.
    action_kind TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    place_id TEXT,
    changes TEXT NOT NULL,
    CONSTRAINT audit_events_id UNIQUE (id)
);

CREATE INDEX audit_events_by_actor ON audit_events (actor_id, number);
CREATE INDEX audit_events_by_subject ON audit_events (subject_id, number);
CREATE INDEX audit_events_by_action_kind ON audit_events (action_kind, number);
CREATE INDEX audit_events_by_action ON audit_events (action, number);
CREATE INDEX audit_events_by_door ON audit_events (door, number);
CREATE INDEX audit_events_by_time ON audit_events (at);
