package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.application.port.People.Filter;
import dev.roster.application.port.People.Person;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link People} must do. */
public interface PeopleContract extends StoreContract {
    Instant NOW = Given.THEN.plusSeconds(60);

    @Test
    default void eachStatusShowsWhereTheAccountStands() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("active");
        given.user("off").status(UserStatus.DEACTIVATED);
        given.user("deleted").status(UserStatus.DELETED);
        given.user("robot").serviceOf(given.owner("olga"));
        invited(ports, given.user("pending"), NOW.plusSeconds(1));
        invited(ports, given.user("late"), NOW);
        given.user("lost").status(UserStatus.INVITED);
        GivenUser corrected = given.user("corrected").email("wrong@example.org");
        invited(ports, corrected, NOW.plusSeconds(1));
        corrected.email("right@example.org");

        assertThat(ports.people().list(Filter.all(NOW), PageRequest.first()).items())
                .extracting(person ->
                        person.user().username().value() + " " + person.status().word())
                .containsExactly(
                        "active active",
                        "off deactivated",
                        "olga active",
                        "pending invited",
                        "late expired",
                        "lost expired",
                        "corrected expired");
    }

    @Test
    default void eachIsFoundAsListed() {
        Ports ports = ports();
        Given given = new Given(ports);
        invited(ports, given.user("pending"), NOW.plusSeconds(1));
        UserId deleted = given.user("deleted").status(UserStatus.DELETED).id();
        UserId robot = given.user("robot").serviceOf(given.owner("olga")).id();

        List<Person> listed =
                ports.people().list(Filter.all(NOW), PageRequest.first()).items();

        assertThat(listed).hasSize(2);
        assertThat(listed)
                .allSatisfy(person ->
                        assertThat(ports.people().find(person.user().id(), NOW)).contains(person));
        assertThat(ports.people().find(deleted, NOW)).isEmpty();
        assertThat(ports.people().find(robot, NOW)).isEmpty();
        assertThat(ports.people().find(new UserId(new UUID(1, 2)), NOW)).isEmpty();
    }

    @Test
    default void placesAreThoseOfMemberships() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        UserId ana = given.user("ana").in(acme).in(legal).id();

        assertThat(ports.people().placesOf(ana)).containsExactlyInAnyOrder(Place.of(acme.id()), Place.of(legal.id()));
        assertThat(ports.people().placesOf(given.user("bob").id())).isEmpty();
    }

    @Test
    default void aPartOfAnAddressIsLookedForInAddressesAlone() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.user("lab").in(legal);
        given.user("ana").email("Ana@LAB.example.org").in(legal);
        given.user("odd").email("100%_@example.org").in(legal);
        Function<String, Filter> with = part -> Filter.all(NOW).withEmail(part);

        for (Function<Filter, Page<Person>> list : List.<Function<Filter, Page<Person>>>of(
                filter -> ports.people().list(filter, PageRequest.first()),
                filter -> ports.people().listIn(Set.of(Place.of(legal.id())), filter, PageRequest.first()))) {
            assertThat(names(list.apply(with.apply("lab")))).containsExactly("ana");
            assertThat(names(list.apply(with.apply("0%_@")))).containsExactly("odd");
            assertThat(names(list.apply(with.apply("%")))).containsExactly("odd");
            assertThat(names(list.apply(with.apply("nobody")))).isEmpty();
        }
    }

    @Test
    default void noPlacesNoPeople() {
        Ports ports = ports();
        new Given(ports).user("ana");

        assertThat(ports.people()
                        .listIn(Set.of(), Filter.all(NOW), PageRequest.first())
                        .items())
                .isEmpty();
    }

    /** More places than one query takes. */
    @Test
    default void peopleOfManyPlacesComeOnceAndInOrder() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<Workspace> workspaces = IntStream.range(0, 230)
                .mapToObj(number -> given.workspace("w-" + number))
                .toList();
        GivenUser first = given.user("first");
        GivenUser second = given.user("second");
        GivenUser third = given.user("third");
        workspaces.forEach(third::in);
        first.in(workspaces.get(229));
        second.in(workspaces.get(0)).in(workspaces.get(150));
        Set<Place> places =
                workspaces.stream().map(place -> Place.of(place.id())).collect(Collectors.toSet());

        assertThat(walk(page -> ports.people().listIn(places, Filter.all(NOW), page), 2))
                .containsExactly("first", "second", "third");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void listsSayWhatMembershipsAndInvitationsSay(long seed) {
        Ports ports = ports();
        Random random = new Random(seed);
        Crowd crowd = new Crowd(ports, random);
        for (int question = 0; question < 40; question++) {
            Set<Place> places =
                    crowd.places.stream().filter(any -> random.nextBoolean()).collect(Collectors.toSet());
            Filter filter = Filter.all(NOW)
                    .withEmail(random.nextBoolean() ? null : String.valueOf(random.nextInt(10)))
                    .withStatuses(statuses(random));
            int limit = 1 + random.nextInt(9);

            assertThat(walk(page -> ports.people().list(filter, page), limit))
                    .as("%s", filter)
                    .isEqualTo(crowd.expected(filter, null));
            assertThat(walk(page -> ports.people().listIn(places, filter, page), limit))
                    .as("%s %s", places, filter)
                    .isEqualTo(crowd.expected(filter, places));
        }
    }

    private static Set<PersonStatus> statuses(Random random) {
        return EnumSet.allOf(PersonStatus.class).stream()
                .filter(any -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private static List<String> walk(Function<PageRequest, Page<Person>> source, int limit) {
        List<String> found = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Page<Person> page = source.apply(new PageRequest(after, limit));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(names(page));
            after = page.next();
        }
        return found;
    }

    private static List<String> names(Page<Person> page) {
        return page.items().stream()
                .map(person -> person.user().username().value())
                .toList();
    }

    private static void invited(Ports ports, GivenUser user, Instant end) {
        user.status(UserStatus.INVITED);
        ports.invitations()
                .put(InvitationBuilder.builder()
                        .id(new InvitationId(ports.ids().next()))
                        .number(0)
                        .user(user.id())
                        .mode(InviteMode.LINK)
                        .createdAt(Given.THEN)
                        .sentAt(Given.THEN)
                        .expiresAt(end)
                        .build());
    }

    /** People of all kinds in some places, and what is known of each. */
    final class Crowd {
        private record Known(
                String name, String email, @Nullable PersonStatus status, Set<Place> places) {}

        private final List<Place> places = new ArrayList<>();
        private final List<Known> known = new ArrayList<>();

        Crowd(Ports ports, Random random) {
            Given given = new Given(ports);
            Organization acme = given.organization("acme");
            List<Workspace> workspaces = List.of(given.workspace("a", acme), given.workspace("b", acme));
            places.add(Place.of(acme.id()));
            workspaces.forEach(workspace -> places.add(Place.of(workspace.id())));
            for (int number = 0; number < 40; number++) {
                GivenUser user = given.user("u" + number).email(number + "@example.org");
                List<Place> joined = new ArrayList<>();
                if (random.nextBoolean()) {
                    user.in(acme);
                    joined.add(places.get(0));
                }
                for (int at = 0; at < 2; at++) {
                    if (random.nextInt(3) == 0) {
                        user.in(workspaces.get(at));
                        joined.add(places.get(at + 1));
                    }
                }
                known.add(new Known("u" + number, number + "@", stand(ports, user, random), Set.copyOf(joined)));
            }
        }

        private static @Nullable PersonStatus stand(Ports ports, GivenUser user, Random random) {
            return switch (random.nextInt(5)) {
                case 0 -> {
                    user.status(UserStatus.DEACTIVATED);
                    yield PersonStatus.DEACTIVATED;
                }
                case 1 -> {
                    invited(ports, user, NOW.plus(Duration.ofDays(1)));
                    yield PersonStatus.INVITED;
                }
                case 2 -> {
                    invited(ports, user, NOW.minus(Duration.ofSeconds(1)));
                    yield PersonStatus.EXPIRED;
                }
                case 3 -> {
                    user.status(UserStatus.DELETED);
                    yield null;
                }
                default -> PersonStatus.ACTIVE;
            };
        }

        List<String> expected(Filter filter, @Nullable Set<Place> within) {
            String email = filter.email();
            return known.stream()
                    .filter(one -> one.status != null)
                    .filter(one -> email == null || one.email.contains(email))
                    .filter(one ->
                            filter.statuses().isEmpty() || filter.statuses().contains(one.status))
                    .filter(one -> within == null || one.places.stream().anyMatch(within::contains))
                    .map(Known::name)
                    .toList();
        }
    }
}
