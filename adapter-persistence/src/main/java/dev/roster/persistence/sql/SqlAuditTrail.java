package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What was done. Rows are only ever added, and later perhaps erased from, signed anew or pruned. */
final class SqlAuditTrail implements AuditTrail {
    private static final String TABLE = "audit_events";
    private static final String LISTED = """
            SELECT id, number, at, actor_id, actor_name, door, address, action, subject_kind, subject_id,
                subject_name, place_id, person_id, changes
            FROM audit_events
            """;
    private static final long MICROS_OF_DAY = 86_400_000_000L;
    private static final int MOST_WAITS = 100;
    private static final int WAIT_MILLIS = 10;

    private final Database database;
    private final Signing signing;

    @Inject
    SqlAuditTrail(Database database, Signing signing) {
        this.database = database;
        this.signing = signing;
    }

    /**
     * What an event is signed with beside itself, in one query.
     *
     * @param seal null when the trail has no seal at all, which is somebody's doing
     */
    private record Position(
            long number,
            @Nullable String fingerprint,
            @Nullable String seal) {}

    @Override
    public void append(AuditEvent event) {
        database.write(handle -> {
            Position position = next(handle);
            database.requireKey(position.fingerprint());
            String after = position.seal() == null ? "" : position.seal();
            AuditEvent numbered = AuditRows.asStored(event).withNumber(position.number());
            return insert(handle, AuditRecord.of(numbered, after, AuditRows::salt, signing));
        });
    }

    private Position next(Handle handle) {
        return handle.createQuery("SELECT " + database.dialect().nextNumber(TABLE) + """
                         AS number,
                            (SELECT fingerprint FROM secret_keys WHERE slot = 1) AS fingerprint,
                            (
                                SELECT number || ':' || substr(digest, 1, 16)
                                FROM audit_seals
                                WHERE number >= 0
                                ORDER BY number DESC
                                LIMIT 1
                            ) AS seal
                        """)
                .map((row, context) ->
                        new Position(row.getLong("number"), row.getString("fingerprint"), row.getString("seal")))
                .one();
    }

    private static int insert(Handle handle, AuditRecord record) {
        AuditEvent event = record.event();
        return handle.createUpdate("""
                        INSERT INTO audit_events (
                            number, id, at, actor_id, actor_name, door, address, action_kind, action, subject_kind,
                            subject_id, subject_name, place_id, person_id, changes, evidence, after_seal, signature)
                        VALUES (
                            :number, :id, :at, :actor, :actorName, :door, :address, :actionKind, :action, :subjectKind,
                            :subject, :subjectName, :place, :person, :changes, :evidence, :after, :signature)
                        """)
                .bind("number", event.number())
                .bind("id", event.id())
                .bind("at", event.at())
                .bind("actor", event.actor())
                .bind("actorName", event.actorName())
                .bind("door", event.door().word())
                .bind("address", event.address())
                .bind("actionKind", AuditRows.kind(event.action()))
                .bind("action", event.action())
                .bind("subjectKind", event.subjectKind())
                .bind("subject", event.subject())
                .bind("subjectName", event.subjectName())
                .bind("place", event.place())
                .bind("person", event.person())
                .bind("changes", AuditRows.toJson(event.changes()))
                .bind("evidence", record.evidence().text())
                .bind("after", record.after())
                .bind("signature", record.signature())
                .execute();
    }

    @Override
    public Page<AuditEvent> list(Filter filter, PageRequest page) {
        AuditSelection selection = new AuditSelection(filter);
        List<AuditEvent> found = database.reading(() -> database.read(handle -> {
            Conditions conditions = selection.page(handle, page);
            return conditions
                    .bindTo(handle.createQuery(LISTED + conditions.where() + " ORDER BY number DESC LIMIT :most"))
                    .bind("most", page.limit() + 1)
                    .map((row, context) -> AuditRows.event(row))
                    .list();
        }));
        return Page.of(found, page, AuditEvent::number);
    }

    private static Conditions conditions(Filter filter) {
        String action = filter.action();
        boolean wholeKind = action != null && action.endsWith(".");
        return new Conditions()
                .andIfSet("actor_id = :actor", "actor", filter.actor())
                .andIfSet(wholeKind ? "action_kind = :action" : "action = :action", "action", action)
                .andIfSet("subject_id = :subject", "subject", filter.subject())
                .andIfSet(
                        "door = :door",
                        "door",
                        filter.door() == null ? null : filter.door().word())
                .andIfSet("at >= :since", "since", filter.since())
                .andIfSet("at < :until", "until", filter.until());
    }

    @Override
    public List<Day> perDay(Filter filter) {
        Conditions conditions = conditions(filter.withSince(Objects.requireNonNullElse(filter.since(), Instant.EPOCH)));
        String sql = "SELECT at / " + MICROS_OF_DAY + " AS day, count(*) AS events FROM audit_events"
                + conditions.where() + " GROUP BY at / " + MICROS_OF_DAY + " ORDER BY at / " + MICROS_OF_DAY;
        return database.read(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .map((row, context) -> new Day(LocalDate.ofEpochDay(row.getLong("day")), row.getLong("events")))
                .list());
    }

    @Override
    public List<AuditRecord> records(long after, long upTo, int most) {
        return database.sql("SELECT " + AuditRows.COLUMNS + """
                        FROM audit_events WHERE number > :after AND number <= :upTo ORDER BY number LIMIT :most
                        """)
                .with("after", after)
                .with("upTo", upTo)
                .with("most", most)
                .all(AuditRows::record);
    }

    @Override
    public List<AuditRecord> recordsOf(UserId user, long after, int most) {
        return database.sql("SELECT " + AuditRows.COLUMNS + """
                        FROM audit_events
                        WHERE number IN (
                            SELECT number FROM (
                                SELECT number FROM audit_events
                                WHERE actor_id = :user AND number > :after ORDER BY number LIMIT :most) AS by_them
                            UNION
                            SELECT number FROM (
                                SELECT number FROM audit_events
                                WHERE subject_id = :user AND number > :after ORDER BY number LIMIT :most) AS on_them
                            UNION
                            SELECT number FROM (
                                SELECT number FROM audit_events
                                WHERE person_id = :user AND number > :after ORDER BY number LIMIT :most) AS with_them)
                        ORDER BY number
                        LIMIT :most
                        """)
                .with("user", user)
                .with("after", after)
                .with("most", most)
                .all(AuditRows::record);
    }

    /** Numbers are given before transactions end, so those that run now are waited for, if it does not take long. */
    @Override
    public OptionalLong settled() {
        Optional<Long> highest =
                database.read(handle -> handle.createQuery("SELECT max(number) FROM audit_events WHERE number > 0")
                        .mapTo(Long.class)
                        .findOne());
        if (highest.isEmpty()) {
            return OptionalLong.empty();
        }
        Set<String> adding = new HashSet<>(adding());
        for (int waits = 0; waits < MOST_WAITS && !adding.isEmpty(); waits++) {
            pause();
            adding.retainAll(adding());
        }
        return adding.isEmpty() ? OptionalLong.of(highest.get()) : OptionalLong.empty();
    }

    private Set<String> adding() {
        return database.read(handle -> database.dialect().adding(handle, TABLE));
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Database.busy();
        }
    }

    @Override
    public void erase(List<AuditRecord> left) {
        if (!left.isEmpty()) {
            database.write(handle -> eraseAll(handle, left));
        }
    }

    private static int eraseAll(Handle handle, List<AuditRecord> left) {
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE audit_events SET
                    actor_name = :actorName, address = :address, subject_name = :subjectName,
                    changes = :changes, evidence = :evidence
                WHERE number = :number
                """)) {
            left.forEach(record -> batch.bind("actorName", record.event().actorName())
                    .bind("address", record.event().address())
                    .bind("subjectName", record.event().subjectName())
                    .bind("changes", AuditRows.toJson(record.event().changes()))
                    .bind("evidence", record.evidence().text())
                    .bind("number", record.event().number())
                    .add());
            return batch.execute().length;
        }
    }

    @Override
    public void sign(List<AuditRecord> signed) {
        if (!signed.isEmpty()) {
            database.write(handle -> signAll(handle, signed));
        }
    }

    private static int signAll(Handle handle, List<AuditRecord> signed) {
        try (PreparedBatch batch =
                handle.prepareBatch("UPDATE audit_events SET signature = :signature WHERE number = :number")) {
            signed.forEach(record -> batch.bind("signature", record.signature())
                    .bind("number", record.event().number())
                    .add());
            return batch.execute().length;
        }
    }

    @Override
    public int removeUpTo(long number) {
        return database.sql("DELETE FROM audit_events WHERE number <= :number")
                .with("number", number)
                .change();
    }
}
