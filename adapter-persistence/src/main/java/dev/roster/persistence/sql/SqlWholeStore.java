package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Goes through whole tables, many rows at a time. */
final class SqlWholeStore implements WholeStore {
    private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";

    private final Database database;

    @Inject
    SqlWholeStore(Database database) {
        this.database = database;
    }

    @Override
    public Page<Membership> memberships(Place.Kind kind, PageRequest page) {
        MemberTable table = MemberTable.of(kind);
        return page(table.page, page, (row, context) -> table.membership(row), Membership::number);
    }

    @Override
    public Page<FormerMembership> formerMembers(PageRequest page) {
        String sql = "SELECT " + SqlFormerMembers.COLUMNS + " FROM former_members" + part("former_members");
        return page(sql, page, (row, context) -> SqlFormerMembers.former(row), FormerMembership::number);
    }

    @Override
    public Page<Annex> annexes(AnnexOwner.Kind kind, PageRequest page) {
        AnnexTable table = AnnexTable.of(kind);
        return page(table.page, page, (row, context) -> table.annex(row), Annex::number);
    }

    @Override
    public Page<Assignment> assignments(PageRequest page) {
        String sql = "SELECT " + SqlAssignments.COLUMNS + " FROM assignments" + part("assignments");
        return page(sql, page, (row, context) -> SqlAssignments.assignment(row), Assignment::number);
    }

    @Override
    public Page<Contribution> contributions(PageRequest page) {
        String sql = "SELECT number, dataset_id, user_id, total, first_at, last_at FROM contributions"
                + part("contributions");
        return page(sql, page, (row, context) -> SqlContributions.contribution(row), Contribution::number);
    }

    private static String part(String table) {
        return " WHERE " + table + ".number > :after ORDER BY " + table + ".number LIMIT :most";
    }

    private <T> Page<T> page(String sql, PageRequest page, RowMapper<T> mapper, ToLongFunction<T> number) {
        List<T> found = database.read(handle -> handle.createQuery(sql)
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map(mapper)
                .list());
        return Page.of(found, page, number);
    }

    @Override
    public Map<UserId, Avatar> avatars(Set<UserId> users) {
        return ofUsers(
                "SELECT user_id, png FROM avatars WHERE user_id IN (<users>)",
                users,
                (row, context) -> Map.entry(new UserId(Rows.uuid(row, "user_id")), Avatar.ofPng(row.getBytes("png"))));
    }

    @Override
    public Map<UserId, Kept> passwords(Set<UserId> users) {
        return ofUsers(
                "SELECT passwords.user_id, " + SqlPasswords.COLUMNS + """
                FROM passwords
                JOIN users ON users.id = passwords.user_id
                WHERE passwords.user_id IN (<users>)
                """,
                users,
                (row, context) -> Map.entry(new UserId(Rows.uuid(row, "user_id")), SqlPasswords.kept(row)));
    }

    private <T> Map<UserId, T> ofUsers(String sql, Set<UserId> users, RowMapper<Map.Entry<UserId, T>> mapper) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return database.read(
                handle -> handle.createQuery(sql).bindList("users", List.copyOf(users)).map(mapper).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Set<NameKey> takenLogins(Set<NameKey> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return database.read(handle -> handle.createQuery("SELECT name_key FROM logins WHERE name_key IN (<wanted>)")
                .bindList("wanted", List.copyOf(wanted))
                .map((row, context) -> new NameKey(row.getString("name_key")))
                .set());
    }

    @Override
    public List<Boolean> addUsers(List<User> users) {
        return database.write(handle -> {
            List<Boolean> added = addAll(handle, SqlUsers.INSERT + UNLESS_THERE, users, SqlUsers::newValues);
            List<User> living = new ArrayList<>();
            for (int at = 0; at < users.size(); at++) {
                if (added.get(at) && users.get(at).status() != UserStatus.DELETED) {
                    living.add(users.get(at));
                }
            }
            claimLogins(handle, living);
            return added;
        });
    }

    /** What somebody logs in with. */
    private record Login(User user, NameKey key) {}

    private static void claimLogins(Handle handle, List<User> users) {
        List<Login> logins = users.stream().flatMap(SqlWholeStore::logins).toList();
        List<Boolean> claimed = addAll(
                handle,
                "INSERT INTO logins (name_key, user_id) VALUES (:key, :user)" + UNLESS_THERE,
                logins,
                (batch, login) ->
                        batch.bind("key", login.key()).bind("user", login.user().id()));
        int taken = claimed.indexOf(false);
        if (taken >= 0) {
            throw RefusedException.conflict("username", "`" + logins.get(taken).key() + "` is taken");
        }
    }

    private static Stream<Login> logins(User user) {
        EmailAddress email = user.email();
        Stream<NameKey> keys = email == null
                ? Stream.of(user.username().key())
                : Stream.of(user.username().key(), email.key());
        return keys.distinct().map(key -> new Login(user, key));
    }

    @Override
    public void addPasswords(Map<UserId, Kept> passwords, Instant at) {
        database.write(handle -> addAll(
                handle,
                """
                INSERT INTO passwords (user_id, hash, changed_at, temporary_until, credential_epoch)
                VALUES (:user, :hash, :at, :temporaryUntil,
                    (SELECT credential_epoch FROM users WHERE id = :user))
                """,
                List.copyOf(passwords.entrySet()),
                (batch, entry) -> batch.bind("user", entry.getKey())
                        .bind("hash", entry.getValue().hash())
                        .bind("at", at)
                        .bind("temporaryUntil", entry.getValue().temporaryUntil())));
    }

    @Override
    public List<Boolean> addMemberships(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            return List.of();
        }
        String insert = MemberTable.of(memberships.get(0).place()).insert;
        return database.write(handle -> addAll(handle, insert + UNLESS_THERE, memberships, MemberTable::values));
    }

    @Override
    public List<Boolean> addFormerMembers(List<FormerMembership> formers) {
        return database.write(
                handle -> addAll(handle, SqlFormerMembers.INSERT + UNLESS_THERE, formers, SqlFormerMembers::values));
    }

    @Override
    public List<Boolean> addAnnexes(List<Annex> annexes) {
        if (annexes.isEmpty()) {
            return List.of();
        }
        String insert = AnnexTable.of(annexes.get(0).owner()).insert;
        return database.write(handle -> addAll(handle, insert + UNLESS_THERE, annexes, AnnexTable::values));
    }

    @Override
    public List<Boolean> addAssignments(List<Assignment> assignments) {
        return database.write(
                handle -> addAll(handle, SqlAssignments.INSERT + UNLESS_THERE, assignments, SqlAssignments::values));
    }

    @Override
    public List<Boolean> addGrants(List<Grant> grants) {
        return database.write(handle -> addAll(handle, SqlGrants.INSERT + UNLESS_THERE, grants, SqlGrants::values));
    }

    @Override
    public List<Boolean> addContributions(List<Contribution> contributions) {
        return database.write(handle -> addAll(
                handle,
                """
                INSERT INTO contributions (dataset_id, user_id, total, first_at, last_at)
                VALUES (:dataset, :user, :count, :firstAt, :lastAt)
                """ + UNLESS_THERE,
                contributions,
                (batch, contribution) -> batch.bind("dataset", contribution.dataset())
                        .bind("user", contribution.user())
                        .bind("count", contribution.count())
                        .bind("firstAt", contribution.firstAt())
                        .bind("lastAt", contribution.lastAt())));
    }

    /** Whether each made a row. */
    private static <T> List<Boolean> addAll(
            Handle handle, String sql, List<T> items, BiConsumer<PreparedBatch, T> binding) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T item : items) {
                binding.accept(batch, item);
                batch.add();
            }
            return Arrays.stream(batch.execute()).mapToObj(rows -> rows > 0).toList();
        }
    }
}
