package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The orders and conditions of the lists of {@link dev.roster.application.port.Users} and {@link People}. */
public interface UserOrdersContract extends StoreContract {
    /** A few, and more than a store sorts. */
    @ParameterizedTest
    @ValueSource(ints = {40, 1_200})
    default void eachOrderShowsWhomTheConditionsLeave(int size) {
        Ports ports = ports();
        Crowd crowd = ports.transactions().inTransaction(() -> new Crowd(ports, size));
        int limit = size / 7 + 1;
        crowd.filters().forEach(filter -> {
            List<User> expected = crowd.expected(filter, crowd.users(filter));

            assertThat(Pages.walk(limit, page -> ports.users().list(filter, page)))
                    .as("%s", filter)
                    .extracting(user -> user.username().value())
                    .isEqualTo(names(expected));
            assertThat(ports.users().count(filter)).as("%s", filter).isEqualTo(expected.size());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_200})
    default void peopleToo(int size) {
        Ports ports = ports();
        Crowd crowd = ports.transactions().inTransaction(() -> new Crowd(ports, size));
        int limit = size / 7 + 1;
        for (UserFilter users : crowd.filters()) {
            People.Filter filter = People.Filter.all(THEN)
                    .withText(users.text())
                    .withRole(users.role())
                    .withUnseenSince(users.unseenSince())
                    .withStatuses(
                            users.statuses().isEmpty()
                                    ? Set.of()
                                    : Set.of(PersonStatus.ACTIVE, PersonStatus.DEACTIVATED))
                    .withOrder(users.order());
            Predicate<User> person =
                    user -> user.kind() == UserKind.PERSON && crowd.users(users).test(user);
            Set<Place> places = users.workspace() == null
                    ? Set.of()
                    : crowd.placesWith(users.workspace().value());
            List<String> expected = names(crowd.expected(users, person));
            List<String> placed = names(crowd.expected(users, person.and(user -> crowd.isIn(user, places))));

            assertThat(Pages.walk(
                            limit,
                            page -> places.isEmpty()
                                    ? ports.people().list(filter, page)
                                    : ports.people().listIn(places, filter, page)))
                    .as("%s", filter)
                    .extracting(found -> found.user().username().value())
                    .isEqualTo(places.isEmpty() ? expected : placed);
            assertThat(
                            places.isEmpty()
                                    ? ports.people().count(filter)
                                    : ports.people().countIn(places, filter))
                    .as("%s", filter)
                    .isEqualTo(places.isEmpty() ? expected.size() : placed.size());
        }
    }

    @Test
    default void nobodyIsInNoPlace() {
        Ports ports = ports();
        new Given(ports).user("ana");
        for (UserOrder order : UserOrder.values()) {
            People.Filter filter = People.Filter.all(THEN).withOrder(order);

            assertThat(ports.people()
                            .listIn(Set.of(), filter, PageRequest.first())
                            .items())
                    .isEmpty();
            assertThat(ports.people().countIn(Set.of(), filter)).isZero();
        }
    }

    @Test
    default void whoNeverWasSeenCountsFromTheirCreation() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser seen = given.user("seen");
        given.user("never");
        ports.users().stampActivity(Map.of(seen.id(), THEN.plusSeconds(5)));

        assertThat(found(ports, UserFilter.all().withUnseenSince(THEN))).isEmpty();
        assertThat(found(ports, UserFilter.all().withUnseenSince(THEN.plusSeconds(1))))
                .containsExactly("never");
        assertThat(found(ports, UserFilter.all().withUnseenSince(THEN.plusSeconds(6))))
                .containsExactly("seen", "never");
        assertThat(found(ports, UserFilter.all().withOrder(UserOrder.DORMANT))).containsExactly("never", "seen");
    }

    /** As a list from elsewhere may bring them. */
    @ParameterizedTest
    @EnumSource(UserOrder.class)
    default void timesOfAnyCenturyAreListed(UserOrder order) {
        Ports ports = ports();
        Given given = new Given(ports);
        for (String year : List.of("1907", "1969", "2106", "2107", "9999")) {
            Instant created = Instant.parse(year + "-12-31T23:59:59Z");
            ports.users().add(User.person(new UserId(ports.ids().next()), new Username("of-" + year), created));
        }
        given.user("of-now");
        List<String> oldToNew = List.of("of-1907", "of-1969", "of-now", "of-2106", "of-2107", "of-9999");

        List<String> walked =
                Pages.walk(1, page -> ports.users().list(UserFilter.all().withOrder(order), page)).stream()
                        .map(user -> user.username().value())
                        .toList();

        assertThat(walked).containsExactlyInAnyOrderElementsOf(oldToNew);
        if (order.isBySight()) {
            List<String> forth = new ArrayList<>(walked);
            if (order == UserOrder.ACTIVE) {
                Collections.reverse(forth);
            }
            assertThat(forth).isEqualTo(oldToNew);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr. who", "WHO", "ana mar", "MARÍA de", "na@ex"})
    default void textIsLookedForInNames(String text) {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("a1").email("ana@example.org").user();
        Profile named = ana.profile()
                .withFirstName(new PersonName("Ana María"))
                .withLastName(new PersonName("de la O"))
                .withDisplayName(new PersonName("Dr. Who"));
        ports.users().update(ana.withProfile(named));
        given.user("b2").email("b@example.com");

        assertThat(found(ports, UserFilter.all().withText(text))).containsExactly("a1");
    }

    @Test
    default void whoIsCalledOtherwiseIsNotFoundUnderTheOldName() {
        Ports ports = ports();
        User ana = new Given(ports).user("ana").email("ana@example.org").user();

        ports.users()
                .update(ana.withUsername(new Username("bob"))
                        .withEmail(null)
                        .withProfile(Profile.named(new Username("bob"))));

        assertThat(found(ports, UserFilter.all().withText("ana"))).isEmpty();
        assertThat(found(ports, UserFilter.all().withText("bob"))).containsExactly("bob");
    }

    @Test
    default void textGoesNotFromOneNameIntoTheNext() {
        Ports ports = ports();
        new Given(ports).user("anna").email("bob@example.org");

        assertThat(found(ports, UserFilter.all().withText("annabob"))).isEmpty();
    }

    /** The place of the last user on a page is that of their present name. */
    @Test
    default void pageGoesOnBehindTheLastUsername() {
        Ports ports = ports();
        Given given = new Given(ports);
        Stream.of("b", "a", "D", "c").forEach(given::user);
        UserFilter byName = UserFilter.all().withOrder(UserOrder.USERNAME);
        var first = ports.users().list(byName, PageRequest.first(2));
        given.user("aa");

        assertThat(ports.users()
                        .list(byName, new PageRequest(Objects.requireNonNull(first.next()), 9))
                        .items())
                .extracting(user -> user.username().value())
                .containsExactly("c", "D");
    }

    private static List<String> found(Ports ports, UserFilter filter) {
        return names(ports.users().list(filter, PageRequest.first()).items());
    }

    private static List<String> names(List<User> users) {
        return users.stream().map(user -> user.username().value()).toList();
    }

    /** Users of all kinds, and what is known of each. */
    final class Crowd {
        private static final int SECONDS = 50;

        private final List<User> all = new ArrayList<>();
        private final Map<UserId, Set<Place>> places = new HashMap<>();
        private final Organization lab;
        private final Workspace large;
        private final Workspace small;

        Crowd(Ports ports, int size) {
            Given given = new Given(ports);
            lab = given.organization("lab");
            large = given.workspace("large", lab);
            small = given.workspace("small", lab);
            User maker = ports.users().findEvenDeleted(given.user("maker").id()).orElseThrow();
            all.add(maker);
            Random random = new Random(size);
            Map<UserId, Instant> seen = new HashMap<>();
            for (int number = 0; number < size; number++) {
                User user = ports.users().add(newUser(given, random, number, maker));
                if (random.nextInt(3) > 0) {
                    seen.put(user.id(), THEN.plusSeconds(random.nextInt(SECONDS)));
                }
                join(ports, user, random, number);
                all.add(user);
            }
            ports.users().stampActivity(seen);
            all.replaceAll(user -> user.withLastActivityAt(seen.get(user.id())));
        }

        private static User newUser(Given given, Random random, int number, User maker) {
            String name = Integer.toString(random.nextInt(1_000_000), 36) + "-" + number;
            User user = given.newUser(random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT))
                    .withEmail(new EmailAddress("m" + number + "@example.org"))
                    .withRole((number % 400 == 7 ? PredefinedRole.MANAGER : PredefinedRole.VIEWER).ref());
            user = switch (number % 20) {
                case 3 -> user.withStatus(UserStatus.DELETED);
                case 9, 13 -> user.withStatus(UserStatus.DEACTIVATED);
                default -> user;
            };
            return number % 25 == 5 ? user.asServiceOf(maker.id()) : user;
        }

        private void join(Ports ports, User user, Random random, int number) {
            List<Place> joined = new ArrayList<>();
            if (number % 20 != 1) {
                joined.add(Place.of(large.id()));
            }
            if (random.nextInt(20) == 0) {
                joined.add(Place.of(small.id()));
            }
            if (random.nextInt(10) == 0) {
                joined.add(Place.of(lab.id()));
            }
            joined.forEach(place -> ports.memberships()
                    .add(new Membership(new MembershipId(ports.ids().next()), 0, place, user.id(), null, THEN)));
            places.put(user.id(), new HashSet<>(joined));
        }

        List<UserFilter> filters() {
            UserFilter all = UserFilter.all();
            RoleId viewer = PredefinedRole.VIEWER.id();
            RoleId manager = PredefinedRole.MANAGER.id();
            List<UserFilter> narrowed = List.of(
                    all,
                    all.withText("m1"),
                    all.withText("EXAMPLE.org"),
                    all.withText("nobody is called so"),
                    all.withRole(viewer),
                    all.withRole(manager),
                    all.withStatuses(Set.of(UserStatus.ACTIVE, UserStatus.DEACTIVATED)),
                    all.withWorkspace(large.id()),
                    all.withWorkspace(small.id()),
                    all.withUnseenSince(THEN.plusSeconds(SECONDS / 2)),
                    all.withUnseenSince(THEN.plusSeconds(SECONDS)),
                    all.withRole(viewer)
                            .withWorkspace(large.id())
                            .withUnseenSince(THEN.plusSeconds(SECONDS - 3))
                            .withText("m"),
                    all.withRole(manager).withWorkspace(small.id()).withUnseenSince(THEN.plusSeconds(3)));
            return Stream.of(UserOrder.values())
                    .flatMap(order -> narrowed.stream().map(filter -> filter.withOrder(order)))
                    .toList();
        }

        Predicate<User> users(UserFilter filter) {
            return user -> user.status() != UserStatus.DELETED
                    && (filter.role() == null
                            || filter.role().equals(user.role().id()))
                    && (filter.statuses().isEmpty() || filter.statuses().contains(user.status()))
                    && (filter.workspace() == null
                            || isIn(user, placesWith(filter.workspace().value())))
                    && isUnseen(user, filter.unseenSince())
                    && mentions(user, filter.text());
        }

        Set<Place> placesWith(Object id) {
            return Stream.of(Place.of(large.id()), Place.of(small.id()))
                    .filter(place -> place.id().equals(id))
                    .collect(Collectors.toSet());
        }

        boolean isIn(User user, Set<Place> some) {
            return !Collections.disjoint(places.getOrDefault(user.id(), Set.of()), some);
        }

        private static boolean isUnseen(User user, @Nullable Instant since) {
            Instant seen = user.lastActivityAt() == null ? user.createdAt() : user.lastActivityAt();
            return since == null || seen.getEpochSecond() < since.getEpochSecond();
        }

        private static boolean mentions(User user, @Nullable String text) {
            String all =
                    user.username() + " " + user.email() + " " + user.profile().fullName();
            return text == null || all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }

        List<User> expected(UserFilter filter, Predicate<User> condition) {
            return all.stream()
                    .filter(condition)
                    .sorted(sorting(filter.order()))
                    .toList();
        }

        private static Comparator<User> sorting(UserOrder order) {
            Comparator<User> byNumber = Comparator.comparingLong(User::number);
            Comparator<User> bySight = Comparator.<User>comparingLong(user ->
                            (user.lastActivityAt() == null ? user.createdAt() : user.lastActivityAt()).getEpochSecond())
                    .thenComparing(byNumber);
            return switch (order) {
                case OLDEST -> byNumber;
                case NEWEST -> byNumber.reversed();
                case USERNAME ->
                    Comparator.<User, String>comparing(
                                    user -> user.username().value().toLowerCase(Locale.ROOT))
                            .thenComparing(byNumber);
                case ACTIVE -> bySight.reversed();
                case DORMANT -> bySight;
            };
        }
    }
}
