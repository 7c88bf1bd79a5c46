package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users in memory. */
final class InMemoryUsers implements Users {
    private final InMemoryStore store;

    InMemoryUsers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public User add(User user) {
        return store.write(tables -> {
            if (tables.users.has(user.id())) {
                throw RefusedException.conflict("id", "there is a user with the id `" + user.id() + "`");
            }
            refuseTakenLogins(tables, user);
            return tables.users.add(user.id(), user::withNumber);
        });
    }

    @Override
    public void update(User user) {
        store.change(tables -> {
            if (user.status() != UserStatus.DELETED) {
                refuseTakenLogins(tables, user);
            }
            tables.users
                    .find(user.id())
                    .filter(before -> movesOn(before, user))
                    .ifPresent(any -> tables.moveOn(user.id()));
            tables.users.change(
                    user.id(), before -> user.withNumber(before.number()).withLastActivityAt(before.lastActivityAt()));
        });
    }

    private static boolean movesOn(User before, User after) {
        return before.status() != after.status()
                || !Objects.equals(
                        Optional.ofNullable(before.email()).map(EmailAddress::key),
                        Optional.ofNullable(after.email()).map(EmailAddress::key));
    }

    private static void refuseTakenLogins(Tables tables, User user) {
        if (isTaken(tables, user, user.username().key())) {
            throw RefusedException.conflict("username", "the username `" + user.username() + "` is taken");
        }
        EmailAddress email = user.email();
        if (email != null && isTaken(tables, user, email.key())) {
            throw RefusedException.conflict("email", "the e-mail address `" + email + "` is taken");
        }
    }

    private static boolean isTaken(Tables tables, User user, NameKey login) {
        return living(tables)
                .filter(other -> !other.id().equals(user.id()))
                .anyMatch(hasUsername(login).or(hasEmail(login)));
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.read(tables -> tables.users.find(id)).filter(user -> user.status() != UserStatus.DELETED);
    }

    @Override
    public Optional<User> findByNumber(long number) {
        return findLiving(user -> user.number() == number);
    }

    @Override
    public Optional<User> findEvenDeleted(UserId id) {
        return store.read(tables -> tables.users.find(id));
    }

    @Override
    public Optional<User> findDeletedByEmail(NameKey email) {
        return store.read(tables -> living(tables).anyMatch(hasEmail(email))
                ? Optional.empty()
                : tables.users.stream()
                        .filter(user -> user.status() == UserStatus.DELETED)
                        .filter(hasEmail(email))
                        .max(Comparator.<User, Instant>comparing(User::updatedAt)
                                .thenComparingLong(User::number)));
    }

    @Override
    public void stampActivity(Map<UserId, Instant> seen) {
        store.change(tables -> seen.forEach((id, at) -> tables.users.change(id, user -> stamped(user, at))));
    }

    private static User stamped(User user, Instant at) {
        Instant before = user.lastActivityAt();
        return before == null || before.isBefore(at) ? user.withLastActivityAt(at) : user;
    }

    @Override
    public Optional<User> findByUsername(NameKey username) {
        return findLiving(hasUsername(username));
    }

    @Override
    public Optional<User> findByEmail(NameKey email) {
        return findLiving(hasEmail(email));
    }

    @Override
    public Optional<User> findByLogin(NameKey login) {
        return findLiving(hasUsername(login).or(hasEmail(login)));
    }

    @Override
    public Map<NameKey, User> findAllByLogin(Set<NameKey> logins) {
        Map<NameKey, User> found = new HashMap<>();
        logins.forEach(login -> findByLogin(login).ifPresent(user -> found.put(login, user)));
        return found;
    }

    @Override
    public Page<User> list(UserFilter filter, PageRequest page) {
        return store.read(tables -> Pages.ofUsers(
                tables.users.stream().filter(user -> matches(tables, filter, user)),
                filter.order(),
                page,
                user -> user));
    }

    @Override
    public long count(UserFilter filter) {
        return store.read(tables -> tables.users.stream()
                .filter(user -> matches(tables, filter, user))
                .count());
    }

    @Override
    public int endStays(WorkspaceId workspace, Instant at) {
        return store.write(tables -> {
            List<User> guests = living(tables)
                    .filter(user ->
                            user.stay() != null && workspace.equals(user.stay().workspace()))
                    .toList();
            guests.forEach(guest -> tables.users.change(guest.id(), user -> ended(user, at)));
            return guests.size();
        });
    }

    private static User ended(User user, Instant at) {
        Stay stay = Objects.requireNonNull(user.stay());
        Instant until = stay.until();
        return user.withStay(new Stay(null, until == null || until.isAfter(at) ? at : until))
                .updatedAt(at);
    }

    @Override
    public List<User> holdWhoseStayEnded(Instant now, int most) {
        return store.read(tables -> living(tables)
                .filter(user -> user.hasEndedBy(now))
                .sorted(Comparator.comparing((User user) -> Objects.requireNonNull(
                                Objects.requireNonNull(user.stay()).until()))
                        .thenComparing(User::number))
                .limit(most)
                .toList());
    }

    @Override
    public boolean isEmpty() {
        return store.read(tables -> tables.users.stream().findAny().isEmpty());
    }

    @Override
    public boolean hasOwner() {
        return store.read(tables -> tables.users.stream()
                .anyMatch(user -> user.isActive()
                        && user.kind() == UserKind.PERSON
                        && user.role().isOwner()));
    }

    @Override
    public boolean holdOwnerless() {
        return store.write(tables -> !hasOwner());
    }

    @Override
    public Set<UserId> holdActiveOwners() {
        return store.read(tables -> tables.users.stream()
                .filter(AccessPolicy::isOwnerInPerson)
                .map(User::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<User> findAll(Set<UserId> ids) {
        return store.read(tables ->
                tables.users.stream().filter(user -> ids.contains(user.id())).toList());
    }

    private Optional<User> findLiving(Predicate<User> condition) {
        return store.read(tables -> living(tables).filter(condition).findFirst());
    }

    private static Stream<User> living(Tables tables) {
        return tables.users.stream().filter(user -> user.status() != UserStatus.DELETED);
    }

    private static Predicate<User> hasUsername(NameKey key) {
        return user -> user.username().key().equals(key);
    }

    private static Predicate<User> hasEmail(NameKey key) {
        return user -> user.email() != null && user.email().key().equals(key);
    }

    private static boolean matches(Tables tables, UserFilter filter, User user) {
        return hasStatus(filter.statuses(), user.status())
                && (filter.text() == null || mentions(user, filter.text()))
                && (filter.role() == null || filter.role().equals(user.role().id()))
                && (filter.kind() == null || filter.kind() == user.kind())
                && isUnseen(user, filter.unseenSince())
                && (filter.maker() == null || filter.maker().equals(user.maker()))
                && (filter.workspace() == null
                        || tables.workspaceMemberships.has(new Tables.Pair<>(Place.of(filter.workspace()), user.id())));
    }

    private static boolean hasStatus(Set<UserStatus> wanted, UserStatus status) {
        return wanted.isEmpty() ? status != UserStatus.DELETED : wanted.contains(status);
    }

    static boolean mentions(User user, String text) {
        EmailAddress email = user.email();
        PersonName displayed = user.profile().displayName();
        return Pages.contains(user.username().value(), text)
                || (email != null && Pages.contains(email.value(), text))
                || (displayed != null && Pages.contains(displayed.value(), text))
                || Pages.contains(user.profile().fullName(), text);
    }

    static boolean isUnseen(User user, @Nullable Instant since) {
        return since == null || UserOrder.seenAt(user).getEpochSecond() < since.getEpochSecond();
    }
}
