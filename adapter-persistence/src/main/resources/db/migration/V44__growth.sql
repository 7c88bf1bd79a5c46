-- The times of blocks of events, so that a list that begins or ends at some time passes over the others without looking at each.
CREATE INDEX audit_events_by_block ON audit_events ((number / 4096), at, number);
-- What somebody did of a kind, of which they may have done little among much else.
CREATE INDEX audit_events_by_actor_and_kind ON audit_events (actor_id, action_kind, number);

-- With the kind, so that users of a status are counted in the index alone.
DROP INDEX users_by_status;
CREATE INDEX users_by_status ON users (status, number, kind);

-- With the kind, so that the service accounts of a place are found in the index alone.
DROP INDEX organization_people_in_order;
CREATE INDEX organization_people_in_order ON organization_members (organization_id, user_number, user_kind);
DROP INDEX workspace_people_in_order;
CREATE INDEX workspace_people_in_order ON workspace_members (workspace_id, user_number, user_kind);
