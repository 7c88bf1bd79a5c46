package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Users, and the one name space of what they log in with. */
final class SqlUsers implements Users {
    private static final String SELECT = "SELECT " + Rows.USER + " FROM " + Rows.USERS;
    /** To be filled by {@link #newValues}. */
    static final String INSERT = """
            INSERT INTO users (
                id, kind, username, username_key, email, email_key, developer, maker_id, role_id, status,
                stay_workspace_id, stay_until, last_activity_at, created_at, updated_at, search_key, %s)
            VALUES (
                :id, :kind, :username, :usernameKey, :email, :emailKey, :developer, :maker, :role, :status,
                :stayWorkspace, :stayUntil, :lastActivityAt, :createdAt, :updatedAt, :searchKey, %s)
            """.formatted(ProfileColumns.NAMES, ProfileColumns.VALUES);

    private static final Set<UserStatus> LIVING = EnumSet.complementOf(EnumSet.of(UserStatus.DELETED));
    private static final int MOST_IDS = 500;

    private final Database database;

    @Inject
    SqlUsers(Database database) {
        this.database = database;
    }

    @Override
    public User add(User user) {
        return database.write(
                handle -> {
                    long number = newValues(handle.createQuery(INSERT + " RETURNING number"), user)
                            .mapTo(Long.class)
                            .one();
                    claimLogins(handle, user);
                    return user.withNumber(number);
                },
                Taken.id("users", user.id()));
    }

    @Override
    public void update(User user) {
        database.write(handle -> {
            values(handle.createUpdate("""
                            UPDATE users
                            SET kind = :kind, username = :username, username_key = :usernameKey, email = :email,
                                email_key = :emailKey, search_key = :searchKey, %s, developer = :developer,
                                maker_id = :maker, role_id = :role, status = :status, updated_at = :updatedAt,
                                stay_workspace_id = :stayWorkspace, stay_until = :stayUntil,
                                credential_epoch = credential_epoch + CASE
                                    WHEN status = :status AND coalesce(email_key, '') = coalesce(:emailKey, '') THEN 0
                                    ELSE 1 END
                            WHERE id = :id
                            """.formatted(ProfileColumns.ASSIGNMENTS)), user)
                    .execute();
            renameMembers(handle, user);
            freeLogins(handle, user);
            claimLogins(handle, user);
            return user;
        });
    }

    private static void renameMembers(Handle handle, User user) {
        for (MemberTable table : MemberTable.values()) {
            handle.createUpdate(table.rename)
                    .bind("id", user.id())
                    .bind("usernameKey", user.username().key())
                    .bind("kind", user.kind().word())
                    .execute();
        }
    }

    static <S extends SqlStatement<S>> S newValues(S statement, User user) {
        return values(statement, user)
                .bind("lastActivityAt", user.lastActivityAt())
                .bind("createdAt", user.createdAt());
    }

    private static <S extends SqlStatement<S>> S values(S statement, User user) {
        EmailAddress email = user.email();
        Stay stay = user.stay();
        return ProfileColumns.bind(statement, user.profile())
                .bind("id", user.id())
                .bind("kind", user.kind().word())
                .bind("username", user.username())
                .bind("usernameKey", user.username().key())
                .bind("email", email)
                .bind("emailKey", email == null ? null : email.key())
                .bind("searchKey", SearchKeys.of(user))
                .bind("developer", user.developer())
                .bind("maker", user.maker())
                .bind("role", user.role().id())
                .bind("status", user.status().word())
                .bind("stayWorkspace", stay == null ? null : stay.workspace())
                .bind("stayUntil", stay == null ? null : stay.until())
                .bind("updatedAt", user.updatedAt());
    }

    /** Gives up what the user does not log in with any more: everything, once deleted. */
    private static void freeLogins(Handle handle, User user) {
        boolean deleted = user.status() == UserStatus.DELETED;
        EmailAddress email = user.email();
        handle.createUpdate("""
                        DELETE FROM logins
                        WHERE user_id = :user AND name_key NOT IN (:username, :email)
                        """)
                .bind("user", user.id())
                .bind("username", deleted ? "" : user.username().key().value())
                .bind("email", deleted || email == null ? "" : email.key().value())
                .execute();
    }

    private static void claimLogins(Handle handle, User user) {
        if (user.status() == UserStatus.DELETED) {
            return;
        }
        claimLogin(handle, user.username().key(), user.id(), "username", "username `" + user.username() + "`");
        EmailAddress email = user.email();
        if (email != null) {
            claimLogin(handle, email.key(), user.id(), "email", "e-mail `" + email + "`");
        }
    }

    private static void claimLogin(Handle handle, NameKey key, UserId user, String field, String what) {
        int claimed =
                handle.createUpdate("""
                        INSERT INTO logins (name_key, user_id)
                        VALUES (:key, :user)
                        ON CONFLICT (name_key) DO NOTHING
                        """).bind("key", key).bind("user", user).execute();
        if (claimed == 0 && !ownerOf(handle, key).equals(user)) {
            throw RefusedException.conflict(field, what + " is taken");
        }
    }

    private static UserId ownerOf(Handle handle, NameKey key) {
        return handle.createQuery("SELECT user_id FROM logins WHERE name_key = :key")
                .bind("key", key)
                .map((row, context) -> new UserId(Rows.uuid(row, "user_id")))
                .one();
    }

    @Override
    public Optional<User> find(UserId id) {
        return findEvenDeleted(id).filter(user -> user.status() != UserStatus.DELETED);
    }

    @Override
    public Optional<User> findByNumber(long number) {
        return database.sql(SELECT + " WHERE users.number = :number AND users.status <> 'deleted'")
                .with("number", number)
                .one(Rows::user);
    }

    @Override
    public Optional<User> findEvenDeleted(UserId id) {
        return database.sql(SELECT + " WHERE users.id = :id").with("id", id).one(Rows::user);
    }

    @Override
    public Optional<User> findDeletedByEmail(NameKey email) {
        return database.sql(SELECT + """
                        WHERE users.email_key = :email AND users.status = 'deleted' AND NOT EXISTS (
                            SELECT 1 FROM users AS living
                            WHERE living.email_key = :email AND living.status <> 'deleted')
                        ORDER BY users.updated_at DESC, users.number DESC
                        LIMIT 1
                        """).with("email", email).one(Rows::user);
    }

    @Override
    public void stampActivity(Map<UserId, Instant> seen) {
        database.sql("""
                    UPDATE users
                    SET last_activity_at = :at
                    WHERE id = :id AND (last_activity_at IS NULL OR last_activity_at < :at)
                    """).stamp(seen, UserId::value);
    }

    @Override
    public Optional<User> findByUsername(NameKey username) {
        return findByLogin(username, " AND users.username_key = logins.name_key");
    }

    @Override
    public Optional<User> findByEmail(NameKey email) {
        return findByLogin(email, " AND users.email_key = logins.name_key");
    }

    @Override
    public Optional<User> findByLogin(NameKey login) {
        return findByLogin(login, "");
    }

    private Optional<User> findByLogin(NameKey login, String condition) {
        String sql = SELECT + " JOIN logins ON logins.user_id = users.id WHERE logins.name_key = :login" + condition;
        return database.sql(sql).with("login", login).one(Rows::user);
    }

    @Override
    public Map<NameKey, User> findAllByLogin(Set<NameKey> logins) {
        List<NameKey> wanted = List.copyOf(logins);
        return database.reading(() -> {
            Map<NameKey, User> found = new HashMap<>();
            for (int from = 0; from < wanted.size(); from += MOST_IDS) {
                found.putAll(findSomeByLogin(wanted.subList(from, Math.min(from + MOST_IDS, wanted.size()))));
            }
            return found;
        });
    }

    private Map<NameKey, User> findSomeByLogin(List<NameKey> logins) {
        String sql = "SELECT logins.name_key AS login, " + Rows.USER + " FROM " + Rows.USERS + """
                JOIN logins ON logins.user_id = users.id
                WHERE logins.name_key IN (<logins>)
                """;
        return database.read(handle -> handle.createQuery(sql)
                .bindList("logins", logins)
                .reduceResultSet(new HashMap<NameKey, User>(), (found, row, context) -> {
                    found.put(new NameKey(row.getString("login")), Rows.user(row));
                    return found;
                }));
    }

    @Override
    public Page<User> list(UserFilter filter, PageRequest page) {
        UserSelection selection = selection(filter);
        List<User> found = database.reading(() -> database.read(handle -> {
            Conditions conditions = selection.page(handle, page);
            return selection
                    .query(handle, SELECT + conditions.where() + selection.inOrder(), conditions)
                    .bind("most", page.limit() + 1)
                    .map((row, context) -> Rows.user(row))
                    .list();
        }));
        return Page.of(found, page, filter.order()::position);
    }

    @Override
    public long count(UserFilter filter) {
        return database.reading(() -> database.read(selection(filter)::count));
    }

    private UserSelection selection(UserFilter filter) {
        UserSelection selection = new UserSelection(database.dialect(), filter.order());
        if (filter.workspace() != null) {
            selection.in(Set.of(Place.of(filter.workspace())));
        }
        return selection
                .withRole(filter.role())
                .madeBy(filter.maker())
                .unseenSince(filter.unseenSince())
                .ofKind(filter.kind())
                .withStatuses(filter.statuses().isEmpty() ? LIVING : filter.statuses())
                .withText(filter.text());
    }

    @Override
    public int endStays(WorkspaceId workspace, Instant at) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE users
                        SET stay_workspace_id = NULL, updated_at = :at,
                            stay_until = CASE WHEN stay_until < :at THEN stay_until ELSE :at END
                        WHERE stay_workspace_id = :workspace
                        """)
                .bind("workspace", workspace)
                .bind("at", at)
                .execute());
    }

    @Override
    public List<User> holdWhoseStayEnded(Instant now, int most) {
        String sql = """
                SELECT users.id
                FROM users
                WHERE users.stay_until <= :now AND users.status <> 'deleted'
                ORDER BY users.stay_until, users.number
                LIMIT :most
                """ + database.dialect().holdingRows();
        return database.write(handle -> {
            List<UserId> held = handle.createQuery(sql)
                    .bind("now", now)
                    .bind("most", most)
                    .map((row, context) -> new UserId(Rows.uuid(row, "id")))
                    .list();
            Map<UserId, User> found =
                    findAll(Set.copyOf(held)).stream().collect(Collectors.toMap(User::id, Function.identity()));
            return held.stream()
                    .map(id -> Objects.requireNonNull(found.get(id)))
                    .toList();
        });
    }

    @Override
    public boolean isEmpty() {
        return !database.sql("SELECT number FROM users WHERE number > 0 ORDER BY number LIMIT 1")
                .isThere();
    }

    @Override
    public boolean hasOwner() {
        return database.sql("""
                        SELECT number
                        FROM users
                        WHERE role_id = :owner AND status || '' = 'active' AND kind || '' = 'person'
                        ORDER BY number
                        LIMIT 1
                        """).with("owner", PredefinedRole.OWNER.id()).isThere();
    }

    @Override
    public boolean holdOwnerless() {
        return database.write(handle -> {
            database.dialect().lock(handle, "users");
            return !hasOwner();
        });
    }

    @Override
    public Set<UserId> holdActiveOwners() {
        String sql = """
                SELECT users.id
                FROM users
                WHERE users.role_id = :owner AND users.status || '' = 'active' AND users.kind || '' = 'person'
                ORDER BY users.number
                """ + database.dialect().holdingRows();
        return database.write(handle -> new LinkedHashSet<>(handle.createQuery(sql)
                .bind("owner", PredefinedRole.OWNER.id())
                .map((row, context) -> new UserId(Rows.uuid(row, "id")))
                .list()));
    }

    @Override
    public List<User> findAll(Set<UserId> ids) {
        List<UserId> wanted = List.copyOf(ids);
        return database.reading(() -> {
            List<User> found = new ArrayList<>();
            for (int from = 0; from < wanted.size(); from += MOST_IDS) {
                found.addAll(findSome(wanted.subList(from, Math.min(from + MOST_IDS, wanted.size()))));
            }
            return found;
        });
    }

    private List<User> findSome(List<UserId> ids) {
        return database.sql(SELECT + " WHERE users.id IN (<ids>)")
                .within("ids", ids)
                .all(Rows::user);
    }
}
