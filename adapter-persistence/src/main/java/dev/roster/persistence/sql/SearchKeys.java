package dev.roster.persistence.sql;

import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Migration 40: users have a key of all that they are found by, and indexes for the orders of their list. The keys are made by
 * the domain, so this is code.
 */
final class SearchKeys extends CodeMigration {
    static final int VERSION = 40;

    private static final int BATCH = 1_000;

    private record Row(long number, String key) {}

    private final Dialect dialect;

    SearchKeys(Dialect dialect) {
        super(VERSION, "search keys");
        this.dialect = dialect;
    }

    /** A line for each thing that a user is found by: the username, the e-mail and the names. */
    static String of(User user) {
        EmailAddress email = user.email();
        Profile profile = user.profile();
        return key(
                user.username().value(),
                email == null ? null : email.value(),
                Objects.toString(profile.displayName(), null),
                profile.fullName());
    }

    private static String key(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(text -> NameKey.of(text).value())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Override
    void migrate(Handle handle) {
        handle.execute("ALTER TABLE users ADD COLUMN search_key TEXT NOT NULL DEFAULT ''");
        long last = 0;
        List<Row> rows = rows(handle, last);
        while (!rows.isEmpty()) {
            fill(handle, rows);
            last = rows.get(rows.size() - 1).number();
            rows = rows(handle, last);
        }
        handle.execute("CREATE INDEX users_by_username ON users (username_key" + dialect.byCodePoints() + ", number)");
        handle.execute("CREATE INDEX users_by_sight ON users ((" + UserSelection.SEEN.replace("users.", "") + "))");
        dialect.searchIndex().forEach(statement -> execute(handle, statement));
    }

    /** As it stands, without looking for names of values in it. */
    private static void execute(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new StoreException("the search index of the users cannot be created", failure);
        }
    }

    private static List<Row> rows(Handle handle, long after) {
        return handle.createQuery("""
                        SELECT number, username, email, display_name, first_name, last_name
                        FROM users
                        WHERE number > :after
                        ORDER BY number
                        LIMIT :most
                        """)
                .bind("after", after)
                .bind("most", BATCH)
                .map((row, context) -> {
                    String last = row.getString("last_name");
                    String first = row.getString("first_name");
                    return new Row(
                            row.getLong("number"),
                            key(
                                    row.getString("username"),
                                    row.getString("email"),
                                    row.getString("display_name"),
                                    last == null ? first : first + " " + last));
                })
                .list();
    }

    private static void fill(Handle handle, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch("UPDATE users SET search_key = :key WHERE number = :number");
        rows.forEach(
                row -> batch.bind("key", row.key()).bind("number", row.number()).add());
        batch.execute();
    }
}
