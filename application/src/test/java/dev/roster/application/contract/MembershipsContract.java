package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Member;
import dev.roster.application.port.Memberships.PeopleFilter;
import dev.roster.application.port.Memberships.Standings;
import dev.roster.domain.membership.MemberStanding.Kind;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Memberships} must do, in either kind of place. */
public interface MembershipsContract extends StoreContract {
    /** Of which places the memberships are. */
    Place.Kind kind();

    @Test
    default void addedMembershipComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        Membership wanted =
                membership(ports, place(given, "legal"), given.user("ana").id()).withRole(curator.ref());

        Membership added = ports.memberships().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.memberships().find(wanted.place(), wanted.user())).contains(added);
    }

    @Test
    default void addingTwiceKeepsTheFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        UserId ana = given.user("ana").id();
        Membership first = join(ports, legal, ana);

        Membership again = new Membership(
                new MembershipId(ports.ids().next()), 0, legal, ana, PredefinedRole.ADMIN.ref(), THEN.plusSeconds(1));

        assertThat(ports.memberships().add(again)).isEmpty();
        assertThat(ports.memberships().find(legal, ana)).contains(first);
    }

    @Test
    default void roleOfAMembershipCanBeSetAndTakenAway() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        UserId ana = given.user("ana").id();
        Membership plain = join(ports, legal, ana);
        Membership manager = plain.withRole(PredefinedRole.MANAGER.ref());

        assertThat(ports.memberships().update(manager)).isTrue();
        assertThat(ports.memberships().find(legal, ana)).contains(manager);
        assertThat(ports.memberships().update(plain)).isTrue();
        assertThat(ports.memberships().find(legal, ana)).contains(plain);
    }

    @Test
    default void missingMembershipIsNotUpdated() {
        Ports ports = ports();
        Given given = new Given(ports);
        Membership never =
                membership(ports, place(given, "legal"), given.user("ana").id());

        assertThat(ports.memberships().update(never)).isFalse();
        assertThat(ports.memberships().find(never.place(), never.user())).isEmpty();
    }

    @Test
    default void removingTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Place other = place(given, "other");
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        join(ports, legal, ana);
        join(ports, other, ana);
        join(ports, legal, bob);

        assertThat(ports.memberships().remove(legal, ana)).isTrue();
        assertThat(ports.memberships().remove(legal, ana)).isFalse();
        assertThat(ports.memberships().find(legal, ana)).isEmpty();
        assertThat(usernames(ports, legal)).containsExactly("bob");
        assertThat(ports.memberships().find(legal, bob)).isPresent();
        assertThat(ports.memberships().find(other, ana)).isPresent();
    }

    @Test
    default void whoComesBackGoesLast() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        UserId ana = given.user("ana").id();
        Membership before = join(ports, legal, ana);
        join(ports, legal, given.user("bob").id());
        ports.memberships().remove(legal, ana);

        Membership after = join(ports, legal, ana);

        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(ports.memberships().find(legal, ana)).contains(after);
        assertThat(usernames(ports, legal)).containsExactly("bob", "ana");
    }

    @Test
    default void membershipNumbersAreNeverReused() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        UserId ana = given.user("ana").id();
        Membership before = join(ports, legal, ana);
        ports.memberships().remove(legal, ana);

        join(ports, legal, ana);

        assertThat(ports.memberships().find(legal, ana))
                .hasValueSatisfying(after -> assertThat(after.number()).isGreaterThan(before.number()));
    }

    @Test
    default void removingAllLeavesOthersIn() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Place other = place(given, "other");
        UserId ana = given.user("ana").id();
        User bob = given.user("bob").user();
        join(ports, legal, ana);
        join(ports, other, ana);
        join(ports, legal, bob.id());

        ports.memberships().removeAllOf(ana);

        assertThat(ports.memberships().find(legal, ana)).isEmpty();
        assertThat(ports.memberships().find(other, ana)).isEmpty();
        assertThat(ports.memberships().workspacesOf(ana, PageRequest.first()).items())
                .isEmpty();
        assertThat(ports.memberships().members(legal, PageRequest.first()).items())
                .extracting(Member::user)
                .containsExactly(bob);
    }

    @Test
    default void membersComeInOrderOfJoining() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Place other = place(given, "other");
        List<User> users = Stream.of("zoe", "bob", "ana")
                .map(name -> given.user(name).user())
                .toList();
        join(ports, legal, users.get(2).id());
        join(ports, legal, users.get(0).id());
        join(ports, other, users.get(1).id());
        join(ports, legal, users.get(1).id());
        join(ports, other, given.user("out").id());

        List<Member> walked = Pages.walk(1, page -> ports.memberships().members(legal, page));

        assertThat(walked).extracting(Member::user).containsExactly(users.get(2), users.get(0), users.get(1));
        assertThat(walked)
                .extracting(member -> member.membership().number())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    default void whoJoinsBetweenPagesIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Stream.of("ana", "bob", "cid")
                .forEach(name -> join(ports, legal, given.user(name).id()));
        Page<Member> first = ports.memberships().members(legal, PageRequest.first(2));
        join(ports, legal, given.user("dan").id());

        long next = first.next() == null ? 0 : first.next();
        Page<Member> second = ports.memberships().members(legal, new PageRequest(next, 2));

        assertThat(second.items())
                .extracting(member -> member.user().username().value())
                .containsExactly("cid", "dan");
        assertThat(second.next()).isNull();
    }

    @Test
    default void numberedPagesAreSortedByUsernameWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Stream.of("Mia", "b-a", "zoe", "Änne", "ana", "ba", "Zac")
                .forEach(name -> join(ports, legal, given.user(name).id()));
        join(ports, place(given, "other"), given.user("out").id());

        assertThat(Stream.of(1, 2, 3, 4)
                        .map(page -> numbered(ports, legal, Memberships.Order.USERNAME, new NumberedQuery(page, 3))))
                .containsExactly(List.of("ana", "b-a", "ba"), List.of("Mia", "Zac", "zoe"), List.of("Änne"), List.of());
        assertThat(numbered(ports, legal, Memberships.Order.NUMBER, new NumberedQuery(2, 2)))
                .containsExactly("zoe", "Änne");
    }

    @Test
    default void numberedPagesFollowNewNames() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        GivenUser ana = given.user("ana");
        GivenUser bob = given.user("bob");
        join(ports, legal, ana.id());
        join(ports, legal, bob.id());
        NumberedQuery first = new NumberedQuery(1, 5);

        ports.users().update(ana.user().withUsername(new Username("Zoe")));
        ports.users().update(bob.user().asServiceOf(ana.id()));

        assertThat(numbered(ports, legal, Memberships.Order.USERNAME, first, Set.of(), 2))
                .containsExactly("bob", "Zoe");
        assertThat(numbered(ports, legal, Memberships.Order.USERNAME, first, Set.of(UserKind.PERSON), 1))
                .containsExactly("Zoe");
    }

    @Test
    default void numberedPageCanBeTheWholeList() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        Stream.of("bob", "ana")
                .forEach(name -> join(ports, legal, given.user(name).id()));

        assertThat(numbered(
                        ports, legal, Memberships.Order.USERNAME, new NumberedQuery(1, NumberedQuery.ALL), Set.of(), 2))
                .containsExactly("ana", "bob");
        assertThat(numbered(
                        ports, legal, Memberships.Order.USERNAME, new NumberedQuery(2, NumberedQuery.ALL), Set.of(), 2))
                .isEmpty();
        assertThat(numbered(
                        ports,
                        legal,
                        Memberships.Order.USERNAME,
                        new NumberedQuery(Integer.MAX_VALUE, PageRequest.MOST),
                        Set.of(),
                        2))
                .isEmpty();
    }

    @Test
    default void numberedPagesLeaveOutTheKindsThatAreNotAskedFor() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        GivenUser ana = given.user("ana");
        join(ports, legal, given.user("bot").serviceOf(ana).id());
        join(ports, legal, ana.id());
        NumberedQuery first = new NumberedQuery(1, 5);

        assertThat(numbered(ports, legal, Memberships.Order.USERNAME, first, Set.of(UserKind.PERSON), 1))
                .containsExactly("ana");
        assertThat(numbered(ports, legal, Memberships.Order.USERNAME, first, Set.of(UserKind.SERVICE), 1))
                .containsExactly("bot");
        assertThat(numbered(ports, legal, Memberships.Order.USERNAME, first, Set.of(), 2))
                .containsExactly("ana", "bot");
    }

    private static List<String> numbered(Ports ports, Place place, Memberships.Order order, NumberedQuery query) {
        return numbered(ports, place, order, query, Set.of(), 7);
    }

    private static List<String> numbered(
            Ports ports,
            Place place,
            Memberships.Order order,
            NumberedQuery query,
            Set<UserKind> kinds,
            long expectedCount) {
        CountedPage<Member> page = ports.memberships().members(place, kinds, order, query);
        assertThat(page.count()).isEqualTo(expectedCount);
        return page.items().stream()
                .map(member -> member.user().username().value())
                .toList();
    }

    @Test
    default void peopleAreFoundByTextAndByWhatTheyAre() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace within = given.workspace("projects");
        Role viewer = PredefinedRole.VIEWER.role();
        Role admin = PredefinedRole.ADMIN.role();
        GivenUser maker = given.user("olga").role(PredefinedRole.OWNER).in(acme, viewer);
        given.user("ann").in(acme);
        given.user("Bob").in(acme, viewer).in(within, admin);
        given.user("cid").role(PredefinedRole.ADMIN).in(acme).in(within);
        given.user("dan").role(PredefinedRole.ADMIN).in(acme).in(within, viewer);
        given.user("eve").role(PredefinedRole.ADMIN).in(acme);
        given.user("fay").in(acme).in(within);
        given.user("gus").in(acme, admin).status(UserStatus.DEACTIVATED);
        given.user("hal").in(acme, admin).status(UserStatus.INVITED);
        given.user("ida").in(acme, admin).staying(new Stay(null, THEN));
        given.user("bot").serviceOf(maker).in(acme, admin);
        given.user("out").role(PredefinedRole.ADMIN).in(within);

        assertThat(people(ports, acme, null, null))
                .containsExactly("ann", "Bob", "cid", "dan", "eve", "fay", "gus", "hal", "ida", "olga");
        assertThat(people(ports, acme, null, are(within, Set.of(), viewer))).containsExactly("Bob", "dan");
        assertThat(people(ports, acme, null, are(within, Set.of(), admin))).containsExactly("cid", "eve");
        assertThat(people(ports, acme, null, are(null, Set.of(), admin))).containsExactly("cid", "dan", "eve");
        assertThat(people(ports, acme, null, are(within, Set.of(), PredefinedRole.ANNOTATOR.role())))
                .containsExactly("fay");
        assertThat(people(ports, acme, null, are(within, Set.of(Kind.NONE)))).containsExactly("ann", "hal", "ida");
        assertThat(people(ports, acme, null, are(null, Set.of(Kind.NONE)))).containsExactly("ann", "fay", "hal", "ida");
        assertThat(people(ports, acme, null, are(within, Set.of(Kind.OWNER, Kind.DEACTIVATED))))
                .containsExactly("gus", "olga");
        assertThat(people(ports, acme, null, are(within, Set.of(Kind.HOLDER))))
                .containsExactly("Bob", "cid", "dan", "eve", "fay");
        assertThat(people(ports, acme, null, are(within, Set.of(Kind.OWNER), viewer)))
                .containsExactly("Bob", "dan", "olga");
        assertThat(people(ports, acme, null, are(within, Set.of()))).isEmpty();
        assertThat(people(ports, acme, "A", are(within, Set.of(), admin))).isEmpty();
        assertThat(people(ports, acme, "B", null)).containsExactly("Bob");
        assertThat(people(ports, acme, "BOB", are(within, Set.of(), viewer))).containsExactly("Bob");
    }

    @Test
    default void peopleThatAreFoundComeByPagesWithTheirCount() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Stream.of("zoe-x", "Mia-x", "bea-x", "bea", "Änn-x", "ann-x")
                .forEach(name -> given.user(name).in(acme));
        PeopleFilter filter = new PeopleFilter("-X", null);

        assertThat(Stream.of(1, 2, 3, 4)
                        .map(page -> ports.memberships().people(acme.id(), filter, new NumberedQuery(page, 2)))
                        .peek(page -> assertThat(page.count()).isEqualTo(5))
                        .map(page -> page.items().stream()
                                .map(user -> user.username().value())
                                .toList()))
                .containsExactly(List.of("ann-x", "bea-x"), List.of("Mia-x", "zoe-x"), List.of("Änn-x"), List.of());
        assertThat(ports.memberships()
                        .people(acme.id(), filter, new NumberedQuery(1, -1))
                        .items())
                .hasSize(5);
    }

    private static Standings are(@Nullable Workspace within, Set<Kind> kinds, Role... roles) {
        return new Standings(
                kinds,
                Stream.of(roles).map(Role::id).collect(Collectors.toSet()),
                within == null ? null : within.id(),
                THEN);
    }

    /** All of them, which page by page are the same. */
    private static List<String> people(
            Ports ports, Organization organization, @Nullable String text, @Nullable Standings standings) {
        PeopleFilter filter = new PeopleFilter(text, standings);
        CountedPage<User> found =
                ports.memberships().people(organization.id(), filter, new NumberedQuery(1, NumberedQuery.ALL));
        assertThat(found.count()).isEqualTo(found.items().size());
        assertThat(ports.memberships()
                        .people(organization.id(), filter, new NumberedQuery(2, 1))
                        .items())
                .isEqualTo(found.items().stream().skip(1).limit(1).toList());
        return found.items().stream().map(user -> user.username().value()).toList();
    }

    @Test
    default void manyAreFoundAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Place legal = place(given, "legal");
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        UserId out = given.user("out").id();
        Membership anas = join(ports, legal, ana);
        Membership bobs = join(ports, legal, bob);
        join(ports, place(given, "other"), out);

        assertThat(ports.memberships().findAll(legal, Set.of(ana, bob, out)))
                .containsOnly(Map.entry(ana, anas), Map.entry(bob, bobs));
        assertThat(ports.memberships().findAll(legal, Set.of(out))).isEmpty();
        assertThat(ports.memberships().findAll(legal, Set.of())).isEmpty();
    }

    private Place place(Given given, String name) {
        return switch (kind()) {
            case ORGANIZATION -> Place.of(given.organization(name).id());
            case WORKSPACE -> Place.of(given.workspace(name).id());
        };
    }

    private static Membership join(Ports ports, Place place, UserId user) {
        return ports.memberships().add(membership(ports, place, user)).orElseThrow();
    }

    private static Membership membership(Ports ports, Place place, UserId user) {
        return MembershipBuilder.builder()
                .id(new MembershipId(ports.ids().next()))
                .number(0)
                .place(place)
                .user(user)
                .joinedAt(THEN)
                .build();
    }

    private static List<String> usernames(Ports ports, Place place) {
        return ports.memberships().members(place, PageRequest.first()).items().stream()
                .map(member -> member.user().username().value())
                .toList();
    }
}
