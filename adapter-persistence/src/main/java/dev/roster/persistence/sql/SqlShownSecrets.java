package dev.roster.persistence.sql;

import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who was shown a secret of somebody else's. */
final class SqlShownSecrets implements ShownSecrets {
    private final Database database;

    @Inject
    SqlShownSecrets(Database database) {
        this.database = database;
    }

    /** For a new password, which makes the older secrets of its user worthless, apart from the token. */
    static void forgetAllButToken(Handle handle, UserId user) {
        handle.createUpdate("DELETE FROM shown_secrets WHERE user_id = :user AND kind <> :token")
                .bind("user", user)
                .bind("token", Kind.USER_TOKEN.word())
                .execute();
    }

    @Override
    public void put(UserId user, Kind kind, UserId shownTo) {
        database.sql("""
                                INSERT INTO shown_secrets (user_id, kind, shown_to)
                                VALUES (:user, :kind, :to)
                                ON CONFLICT (user_id, kind) DO UPDATE SET shown_to = excluded.shown_to
                                """)
                .with("user", user)
                .with("kind", kind.word())
                .with("to", shownTo)
                .change();
    }

    @Override
    public void forget(UserId user, Kind kind) {
        database.sql("DELETE FROM shown_secrets WHERE user_id = :user AND kind = :kind")
                .with("user", user)
                .with("kind", kind.word())
                .change();
    }

    @Override
    public Map<UserId, Map<Kind, UserId>> of(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id, kind, shown_to FROM shown_secrets WHERE user_id IN (<users>)
                        """)
                .bindList("users", List.copyOf(users))
                .reduceResultSet(new HashMap<UserId, Map<Kind, UserId>>(), (found, row, context) -> {
                    found.computeIfAbsent(new UserId(Rows.uuid(row, "user_id")), user -> new EnumMap<>(Kind.class))
                            .put(
                                    Worded.parse(Kind.class, "kind", row.getString("kind")),
                                    new UserId(Rows.uuid(row, "shown_to")));
                    return found;
                }));
    }

    @Override
    public Set<UserId> holdersOf(RoleId role) {
        return Set.copyOf(database.sql("""
                        SELECT id AS user_id FROM users
                        WHERE role_id = :role
                            AND EXISTS (
                                SELECT 1 FROM shown_secrets WHERE shown_secrets.user_id = users.id)
                        UNION
                        SELECT user_id FROM organization_members
                        WHERE role_id = :role
                            AND EXISTS (
                                SELECT 1 FROM shown_secrets WHERE shown_secrets.user_id = organization_members.user_id)
                        UNION
                        SELECT user_id FROM workspace_members
                        WHERE role_id = :role
                            AND EXISTS (
                                SELECT 1 FROM shown_secrets WHERE shown_secrets.user_id = workspace_members.user_id)
                        UNION
                        SELECT user_id FROM grants
                        WHERE role_id = :role
                            AND EXISTS (
                                SELECT 1 FROM shown_secrets WHERE shown_secrets.user_id = grants.user_id)
                        """).with("role", role).all(row -> new UserId(Rows.uuid(row, "user_id"))));
    }
}
