package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Pages;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees whom: those who may read users see all people, others the members of places where they may see members. */
class PeopleOfPlacesTest {
    private static final ListPeople.Query EVERYBODY = ListPeople.Query.all();

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final ListPeople list = useCases.get(ListPeople.class);
    private final FindPerson find = useCases.get(FindPerson.class);

    /** Worked out for each pair from decisions about single places, and compared with the list and with looking one up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyoneSeesWhomDecisionsLetThemSee(long seed) {
        Crowd crowd = new Crowd(new Random(seed));
        for (GivenUser caller : crowd.users) {
            assertThat(listed(caller))
                    .as(name(caller))
                    .isEqualTo(crowd.names(other -> crowd.sharesPlace(caller, other)));
            assertThat(crowd.names(other -> isFound(caller, other)))
                    .as(name(caller))
                    .isEqualTo(crowd.names(other -> other.equals(caller) || crowd.sharesPlace(caller, other)));
        }
    }

    @Test
    void whoIsNotToBeSeenLooksLikeWhoIsNotThere() {
        GivenUser mona = given.user("mona").role(PredefinedRole.MANAGER).in("legal");
        GivenUser ben = given.user("ben").in("other");
        GivenUser gone = given.user("gone").status(UserStatus.DELETED);

        for (GivenUser other : List.of(ben, gone)) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> find.handle(caller(mona), other.id()))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND))
                    .withMessage("no user `" + other.id() + "`");
        }
        for (String login : List.of("ben", "gone", "nobody")) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> find.byLogin(caller(mona), login))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND))
                    .withMessage("no user `" + login + "`");
        }
    }

    @Test
    void whoIsToBeSeenIsFoundByNameAndAddress() {
        GivenUser mona = given.user("mona").role(PredefinedRole.MANAGER).in("legal");
        GivenUser ben = given.user("ben").email("ben@lab.example").in("legal");

        for (String login : List.of("ben", " BEN ", "Ben@lab.example")) {
            assertThat(find.byLogin(caller(mona), login).user().id()).isEqualTo(ben.id());
        }
        assertThat(find.byLogin(caller(ben), "ben").user().id()).isEqualTo(ben.id());
    }

    /** The maker's place is not the service account's, and the service account's is not the maker's. */
    @Test
    void serviceAccountSeesNoMoreThanItsMaker() {
        Workspace legal = given.workspace("legal");
        Workspace other = given.workspace("other");
        GivenUser mona =
                given.user("mona").in(legal, PredefinedRole.MANAGER.role()).in(other);
        given.user("ana").in(legal);
        given.user("ben").in(other);
        GivenUser robot = given.user("robot")
                .serviceOf(mona)
                .in(legal, PredefinedRole.MANAGER.role())
                .in(other, PredefinedRole.MANAGER.role());

        assertThat(listed(robot)).containsExactlyInAnyOrder("mona", "ana");
    }

    private Set<String> listed(GivenUser caller) {
        try {
            return Pages.all(page -> list.handle(caller(caller), EVERYBODY, page)).stream()
                    .map(person -> person.user().username().value())
                    .collect(Collectors.toSet());
        } catch (RefusedException refusal) {
            assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN);
            return Set.of();
        }
    }

    private boolean isFound(GivenUser caller, GivenUser other) {
        try {
            find.handle(caller(caller), other.id());
            return true;
        } catch (RefusedException refusal) {
            assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
            return false;
        }
    }

    private static String name(GivenUser user) {
        return user.user().username().value();
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    /** People with all kinds of roles in two organizations. */
    private final class Crowd {
        private final List<GivenUser> users = new ArrayList<>();
        private final Map<GivenUser, Set<Target>> places = new HashMap<>();

        Crowd(Random random) {
            List<Role> roles = new ArrayList<>();
            for (PredefinedRole predefined : PredefinedRole.values()) {
                roles.add(predefined.role());
            }
            roles.add(given.role("clerk", RosterPermission.MEMBER_READ));
            roles.add(given.reachingRole("far clerk", RosterPermission.MEMBER_READ));
            roles.add(given.role("registrar", RosterPermission.USER_READ));
            List<Organization> organizations = List.of(given.organization("acme"), given.organization("lab"));
            Map<Organization, List<Workspace>> workspaces = new HashMap<>();
            organizations.forEach(organization -> workspaces.put(
                    organization,
                    List.of(
                            given.workspace(organization.name() + "-1", organization),
                            given.workspace(organization.name() + "-2", organization))));
            for (int number = 0; number < 16; number++) {
                GivenUser user = given.user("u" + number).role(roles.get(random.nextInt(roles.size())));
                Set<Target> joined = new HashSet<>();
                for (Organization organization : organizations) {
                    if (random.nextBoolean()) {
                        join(
                                user,
                                organization,
                                workspaces.getOrDefault(organization, List.of()),
                                roles,
                                random,
                                joined);
                    }
                }
                users.add(user);
                places.put(user, joined);
            }
        }

        /** Who is in a workspace is in its organization. */
        private void join(
                GivenUser user,
                Organization organization,
                List<Workspace> workspaces,
                List<Role> roles,
                Random random,
                Set<Target> joined) {
            if (random.nextBoolean()) {
                user.in(organization);
            } else {
                user.in(organization, roles.get(random.nextInt(roles.size())));
            }
            joined.add(Target.of(organization));
            for (Workspace workspace : workspaces) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        user.in(workspace);
                        joined.add(Target.of(workspace));
                    }
                    case 1 -> {
                        user.in(workspace, roles.get(random.nextInt(roles.size())));
                        joined.add(Target.of(workspace));
                    }
                    case 2 -> user.granted(roles.get(random.nextInt(roles.size())), workspace);
                    default -> {}
                }
            }
        }

        boolean sharesPlace(GivenUser caller, GivenUser other) {
            Actor actor = ports.actors().findWhole(caller.id()).orElseThrow();
            return AccessPolicy.allows(actor, RosterPermission.USER_READ, Target.instance())
                    || places.getOrDefault(other, Set.of()).stream()
                            .anyMatch(place -> AccessPolicy.allows(actor, RosterPermission.MEMBER_READ, place));
        }

        Set<String> names(Predicate<GivenUser> condition) {
            return users.stream()
                    .filter(condition)
                    .map(PeopleOfPlacesTest::name)
                    .collect(Collectors.toSet());
        }
    }
}
