package dev.roster.persistence.sql;

import dev.roster.application.port.Outbox;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The mails that wait to be sent. A claimed one is a mail that is due when its lease ends. */
final class SqlOutbox implements Outbox {
    private final Database database;

    @Inject
    SqlOutbox(Database database) {
        this.database = database;
    }

    @Override
    public void add(OutboxMail mail) {
        database.sql("""
                        INSERT INTO outbox (id, about_id, kind, sealed, created_at, attempts, next_attempt_at)
                        VALUES (:id, :about, :kind, :sealed, :createdAt, :attempts, :createdAt)
                        """)
                .with("id", mail.id())
                .with("about", mail.about())
                .with("kind", mail.kind().name())
                .with("sealed", mail.sealed())
                .with("createdAt", mail.createdAt())
                .with("attempts", mail.attempts())
                .change();
    }

    @Override
    public boolean hasDue(Instant now) {
        return database.sql("""
                        SELECT number FROM outbox WHERE next_attempt_at <= :now ORDER BY next_attempt_at, number LIMIT 1
                        """).with("now", now).isThere();
    }

    @Override
    public Optional<OutboxMail> claim(Instant now, Instant leaseEnd) {
        return database.write(handle -> {
            Optional<OutboxMail> due = longestDue(handle, now);
            due.ifPresent(mail -> handle.createUpdate("""
                            UPDATE outbox SET attempts = :attempts, next_attempt_at = :leaseEnd WHERE id = :id
                            """)
                    .bind("id", mail.id())
                    .bind("attempts", mail.attempts())
                    .bind("leaseEnd", leaseEnd)
                    .execute());
            return due;
        });
    }

    private Optional<OutboxMail> longestDue(Handle handle, Instant now) {
        return handle.createQuery("""
                        SELECT id, about_id, kind, sealed, created_at, attempts
                        FROM outbox
                        WHERE next_attempt_at <= :now
                        ORDER BY next_attempt_at, number
                        LIMIT 1
                        """ + database.dialect().holdingRows())
                .bind("now", now)
                .map((row, context) -> claimed(row))
                .findOne();
    }

    /** As it is once this claim is counted. */
    private static OutboxMail claimed(ResultSet row) throws SQLException {
        return new OutboxMail(
                new MailId(Rows.uuid(row, "id")),
                Rows.optional(row, "about_id", id -> new UserId(UUID.fromString(id))),
                Letter.Kind.valueOf(row.getString("kind")),
                row.getString("sealed"),
                Times.read(row, "created_at"),
                row.getInt("attempts") + 1);
    }

    @Override
    public void delivered(MailId id) {
        database.sql("DELETE FROM outbox WHERE id = :id").with("id", id).change();
    }

    @Override
    public void failed(OutboxMail claimed, Instant at, Instant nextAttemptAt, String reason) {
        database.sql("""
                        UPDATE outbox SET next_attempt_at = :nextAttemptAt, failed_at = :at, last_error = :reason
                        WHERE id = :id AND attempts = :attempts
                        """)
                .with("id", claimed.id())
                .with("attempts", claimed.attempts())
                .with("nextAttemptAt", nextAttemptAt)
                .with("at", at)
                .with("reason", reason)
                .change();
    }

    @Override
    public void giveUp(OutboxMail claimed, Instant at, String reason) {
        database.sql("""
                        UPDATE outbox
                        SET sealed = '', next_attempt_at = NULL, failed_at = :at, last_error = :reason,
                            given_up_at = :at
                        WHERE id = :id AND attempts = :attempts
                        """)
                .with("id", claimed.id())
                .with("attempts", claimed.attempts())
                .with("at", at)
                .with("reason", reason)
                .change();
    }

    @Override
    public int removeAllAbout(UserId about) {
        return database.sql("DELETE FROM outbox WHERE about_id = :about")
                .with("about", about)
                .change();
    }

    @Override
    public int removeGivenUp(Instant before) {
        return database.sql("DELETE FROM outbox WHERE given_up_at < :before")
                .with("before", before)
                .change();
    }

    @Override
    public Backlog backlog() {
        return database.read(SqlOutbox::backlog);
    }

    static Backlog backlog(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) - count(given_up_at) AS waiting, count(given_up_at) AS given_up,
                            min(CASE WHEN given_up_at IS NULL THEN created_at END) AS oldest
                        FROM outbox
                        """)
                .map((row, context) ->
                        new Backlog(row.getLong("waiting"), oldest(row), row.getLong("given_up"), lastFailure(handle)))
                .one();
    }

    private static @Nullable Instant oldest(ResultSet row) throws SQLException {
        Instant oldest = Times.read(row, "oldest");
        return row.wasNull() ? null : oldest;
    }

    private static @Nullable String lastFailure(Handle handle) {
        return handle.createQuery("""
                        SELECT last_error FROM outbox WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1
                        """).mapTo(String.class).findOne().orElse(null);
    }
}
