package dev.roster.application.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Grants;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all grants has those that could be shown one by one. */
class VisibleGrantsTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyoneSeesTheGrantsThatCouldBeShownToThem(long seed) {
        List<GivenUser> users = people(new Random(seed));
        List<GrantId> all = Pages.all(page -> ports.grants().list(Grants.Filter.all(), page)).stream()
                .map(granted -> granted.grant().id())
                .toList();
        for (GivenUser caller : users) {
            assertThat(listed(caller))
                    .as(caller.user().username().value())
                    .isEqualTo(
                            all.stream().filter(grant -> isShown(caller, grant)).collect(Collectors.toSet()));
        }
    }

    private Set<GrantId> listed(GivenUser caller) {
        ListGrants list = useCases.get(ListGrants.class);
        return Pages.all(page -> list.handle(caller(caller), Grants.Filter.all(), page)).stream()
                .map(granted -> granted.grant().id())
                .collect(Collectors.toSet());
    }

    private boolean isShown(GivenUser caller, GrantId grant) {
        try {
            useCases.get(FindGrant.class).handle(caller(caller), grant);
            return true;
        } catch (RefusedException refusal) {
            assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN);
            return false;
        }
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    /** People with all kinds of roles in two organizations, and services that some of them made. */
    private List<GivenUser> people(Random random) {
        List<Role> roles = roles();
        List<Organization> organizations = List.of(given.organization("acme"), given.organization("lab"));
        List<Workspace> workspaces = new ArrayList<>();
        List<Dataset> datasets = new ArrayList<>();
        for (Organization organization : organizations) {
            Workspace workspace = given.workspace(organization.name() + "-1", organization);
            workspaces.add(workspace);
            workspaces.add(given.workspace(organization.name() + "-2", organization));
            datasets.add(given.dataset(organization.name() + "-open", workspace));
            datasets.add(given.restrictedDataset(organization.name() + "-restricted", workspace));
        }
        List<GivenUser> users = new ArrayList<>();
        for (int number = 0; number < 14; number++) {
            GivenUser user = given.user("u" + number).role(any(random, roles));
            if (number > 9) {
                user.serviceOf(users.get(random.nextInt(10)));
            }
            organizations.stream().filter(one -> random.nextBoolean()).forEach(one -> user.in(one, any(random, roles)));
            workspaces.stream().filter(one -> random.nextInt(3) == 0).forEach(user::in);
            workspaces.stream()
                    .filter(one -> random.nextInt(4) == 0)
                    .forEach(one -> user.granted(any(random, roles), one));
            datasets.stream()
                    .filter(one -> random.nextInt(3) == 0)
                    .forEach(one -> user.granted(any(random, roles), one));
            users.add(user);
        }
        return users;
    }

    private List<Role> roles() {
        List<Role> roles = new ArrayList<>(
                List.of(PredefinedRole.MANAGER.role(), PredefinedRole.ADMIN.role(), PredefinedRole.ANNOTATOR.role()));
        Role narrow = given.role("narrow clerk", RosterPermission.GRANT_READ)
                .withAssignedOnly(PermissionSet.of(RosterPermission.GRANT_READ));
        ports.roles().update(narrow);
        roles.add(narrow);
        roles.add(given.role("clerk", RosterPermission.GRANT_READ));
        roles.add(given.reachingRole("far clerk", RosterPermission.GRANT_READ));
        return roles;
    }

    private static Role any(Random random, List<Role> roles) {
        return roles.get(random.nextInt(roles.size()));
    }
}
