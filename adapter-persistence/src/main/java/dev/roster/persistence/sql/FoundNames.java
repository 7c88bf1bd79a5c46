package dev.roster.persistence.sql;

import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.user.UserId;
import dev.roster.persistence.sql.OldEvents.OldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Whom events from before they were signed name in their changes. Those have a username; what the trail says about who was
 * called so at that time makes an id of it.
 */
final class FoundNames {
    private static final int PAGE = 500;
    private static final String USER = "user";
    private static final String USERNAME = "username";
    private static final String NOBODY = "";

    private final Handle handle;

    FoundNames(Handle handle) {
        this.handle = handle;
    }

    /** That somebody is called so from an event on, or nobody. */
    private record Turn(String name, long number, String user) {}

    static @Nullable UserId user(@Nullable String id) {
        return id == null || id.equals(NOBODY) ? null : new UserId(UUID.fromString(id));
    }

    /** Goes through the trail for who took and left which name. */
    void collect() {
        handle.execute("CREATE TEMPORARY TABLE found_names"
                + " (name TEXT NOT NULL, number BIGINT NOT NULL, user_id TEXT NOT NULL)");
        List<OldEvent> page = OldEvents.after(handle, Long.MIN_VALUE, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            write(page.stream().flatMap(event -> turns(event.event()).stream()).toList());
            page = OldEvents.after(handle, page.get(page.size() - 1).event().number(), Long.MAX_VALUE, PAGE);
        }
        addSilent();
        handle.execute("CREATE INDEX found_names_by_name ON found_names (name, number)");
    }

    private static List<Turn> turns(AuditEvent event) {
        if (!event.subjectKind().equals(USER)) {
            return List.of();
        }
        if (event.action().equals("user.delete")) {
            return List.of(new Turn(event.subjectName(), event.number(), NOBODY));
        }
        Change change = event.changes().getOrDefault(USERNAME, new Change(null, null));
        List<Turn> turns = new ArrayList<>();
        if (change.before() != null) {
            turns.add(new Turn(change.before(), event.number(), NOBODY));
        }
        if (change.after() != null) {
            turns.add(new Turn(change.after(), event.number(), event.subject().toString()));
        }
        return turns;
    }

    private void write(List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO found_names (name, number, user_id) VALUES (:name, :number, :user)")) {
            turns.forEach(turn -> batch.bind("name", turn.name())
                    .bind("number", turn.number())
                    .bind("user", turn.user())
                    .add());
            batch.execute();
        }
    }

    /** Users of whose names the trail says nothing, as of those who were imported, were always called as they are now. */
    private void addSilent() {
        handle.createUpdate("""
                        INSERT INTO found_names (name, number, user_id)
                        SELECT username, :first, min(id)
                        FROM users
                        WHERE id NOT IN (SELECT user_id FROM found_names)
                        GROUP BY username
                        HAVING count(*) = 1
                        """).bind("first", Long.MIN_VALUE).execute();
    }

    void forget() {
        handle.execute("DROP TABLE found_names");
    }

    /** The ids of those whom the events name, by the numbers of the events. */
    Map<Long, String> persons(List<OldEvent> page) {
        Map<Long, String> names = new HashMap<>();
        for (OldEvent event : page) {
            String name = named(event.event());
            if (name != null) {
                names.put(event.event().number(), name);
            }
        }
        return names.isEmpty() ? Map.of() : persons(names);
    }

    private static @Nullable String named(AuditEvent event) {
        Change change = event.changes().get(USER);
        if (change == null || event.subjectKind().equals(USER)) {
            return null;
        }
        return change.after() == null ? change.before() : change.after();
    }

    private Map<Long, String> persons(Map<Long, String> names) {
        Map<String, NavigableMap<Long, String>> turns = turns(Set.copyOf(names.values()));
        Map<Long, String> persons = new HashMap<>();
        names.forEach((number, name) -> persons.put(number, holder(turns.getOrDefault(name, new TreeMap<>()), number)));
        return persons;
    }

    /** Where the name was free, whoever always had it took it. */
    private static String holder(NavigableMap<Long, String> turns, long number) {
        Map.Entry<Long, String> last = turns.lowerEntry(number);
        return last == null || last.getValue().equals(NOBODY)
                ? turns.getOrDefault(Long.MIN_VALUE, NOBODY)
                : last.getValue();
    }

    private Map<String, NavigableMap<Long, String>> turns(Set<String> names) {
        return handle.createQuery("SELECT name, number, user_id FROM found_names WHERE name IN (<names>)")
                .bindList("names", names)
                .map((row, context) -> new Turn(row.getString("name"), row.getLong("number"), row.getString("user_id")))
                .collect(Collectors.groupingBy(
                        Turn::name,
                        Collectors.toMap(Turn::number, Turn::user, (first, second) -> second, TreeMap::new)));
    }
}
