package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.contract.Race.Outcome;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Workspaces;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantBuilder;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Workspaces} must do. */
public interface WorkspacesContract extends StoreContract {
    @Test
    default void addedWorkspaceComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace plain = given.newWorkspace("Legal-1", given.organization());
        Workspace titled = new Workspace(
                plain.id(),
                0,
                plain.organization(),
                plain.name(),
                "Legal, première 🦊",
                "All\n🦊",
                THEN,
                THEN.plusNanos(1_000));

        Workspace added = ports.workspaces().add(titled);

        assertThat(added).isEqualTo(titled.withNumber(added.number()));
        assertThat(ports.workspaces().find(titled.id())).contains(added);
        assertThat(ports.workspaces().findByName(NameKey.of("LEGAL-1"))).contains(added);
    }

    @Test
    default void workspacesAreFoundByTheirNumberUntilTheyAreRemoved() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace gone = given.workspace("gone");
        ports.workspaces().remove(gone.id());

        assertThat(ports.workspaces().findByNumber(legal.number())).contains(legal);
        assertThat(Stream.of(0L, gone.number(), Long.MAX_VALUE).map(ports.workspaces()::findByNumber))
                .allMatch(Optional::isEmpty);
        assertThat(given.workspace("next").number()).isGreaterThan(gone.number());
    }

    @Test
    default void workspaceNamesAreUniqueWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.workspace("Legal");
        Workspace other = given.newWorkspace("LEGAL", given.organization("other"));

        assertConflict("name", () -> ports.workspaces().add(other));
    }

    @Test
    default void takenWorkspaceIdIsAConflict() {
        Ports ports = ports();
        Workspace legal = new Given(ports).workspace("legal");

        assertConflict("id", () -> ports.workspaces().add(legal.withName(new WorkspaceName("other"))));
    }

    @Test
    default void updateStoresAWorkspacesNameAndDescription() {
        Ports ports = ports();
        Workspace legal = new Given(ports).workspace("legal");
        Workspace changed = legal.withName(new WorkspaceName("Legal"))
                .withDescription("Contracts")
                .updatedAt(THEN.plusSeconds(60));

        ports.workspaces().update(changed);

        assertThat(ports.workspaces().find(legal.id())).contains(changed);
    }

    @Test
    default void updateToATakenWorkspaceNameIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.workspace("legal");
        Workspace other = given.workspace("other");

        assertConflict("name", () -> ports.workspaces().update(other.withName(new WorkspaceName("Legal"))));
        assertThat(ports.workspaces().find(other.id())).contains(other);
    }

    @Test
    default void contentsCountWhatIsInAWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace empty = given.workspace("empty");
        Dataset letters = given.dataset("letters", legal);
        given.dataset("contracts", legal);
        given.user("ana").in(legal).granted(PredefinedRole.VIEWER.role(), letters);
        given.user("bob").in(legal);
        given.user("eve").in(legal).granted(PredefinedRole.VIEWER.role(), legal);
        given.user("gina").staying(new Stay(legal.id(), null));
        given.user("gerd").staying(new Stay(legal.id(), Given.THEN));
        given.user("gone").staying(new Stay(legal.id(), null)).status(UserStatus.DELETED);
        given.user("far").staying(new Stay(given.workspace("far").id(), null));

        assertThat(ports.workspaces().contents(legal.id())).isEqualTo(new Workspaces.Contents(3, 2, 2, 2));
        assertThat(ports.workspaces().contents(empty.id())).isEqualTo(new Workspaces.Contents(0, 0, 0, 0));
    }

    @Test
    default void shownNamesAreUniqueInTheirOrganizationWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();
        Workspace prod = ports.workspaces().add(given.newWorkspace("prod", home).withTitle("Prod EU"));

        assertConflict(
                "title",
                () -> ports.workspaces().add(given.newWorkspace("other", home).withTitle("PROD eu")));
        assertConflict(
                "title",
                () -> ports.workspaces().add(given.newWorkspace("test", home).withTitle("Prod\u00A0EU")));

        Workspace elsewhere = ports.workspaces()
                .add(given.newWorkspace("other", given.organization("acme")).withTitle("Prod EU"));
        assertThat(ports.workspaces().findByShownName(home.id(), NameKey.of("prod EU")))
                .contains(prod);
        assertThat(ports.workspaces().findByShownName(elsewhere.organization(), NameKey.of("prod EU")))
                .contains(elsewhere);
        assertThat(ports.workspaces().findByShownName(home.id(), NameKey.of("prod")))
                .isEmpty();
    }

    @Test
    default void aNameIsShownWhereThereIsNoTitle() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();
        Workspace legal = given.workspace("legal");
        ports.workspaces().add(given.newWorkspace("prod", home).withTitle("Press"));

        assertConflict(
                "title",
                () -> ports.workspaces().add(given.newWorkspace("law", home).withTitle("Legal")));
        assertConflict("name", () -> ports.workspaces().add(given.newWorkspace("PRESS", home)));
        assertThat(ports.workspaces().findByShownName(home.id(), NameKey.of("LEGAL")))
                .contains(legal);
    }

    @Test
    default void noChangeMakesTwoWorkspacesOfAnOrganizationLookAlike() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();
        Workspace legal =
                ports.workspaces().add(given.newWorkspace("legal", home).withTitle("Press"));
        Workspace law = ports.workspaces().add(given.newWorkspace("law", home).withTitle("Legal"));

        assertConflict("title", () -> ports.workspaces().update(law.withTitle("PRESS")));
        assertConflict("name", () -> ports.workspaces().update(legal.withTitle(null)));
        ports.workspaces().update(law.withTitle("LEGAL"));
        ports.workspaces().update(law.withTitle(null));
        ports.workspaces().update(legal.withTitle(null));
        assertThat(ports.workspaces().findByShownName(home.id(), NameKey.of("Press")))
                .isEmpty();
    }

    /** Written out, these letters are the longest there are. */
    @Test
    default void theLongestTitleFits() {
        Ports ports = ports();
        Given given = new Given(ports);
        String letters = new Random(7)
                .ints(170, 0x3300, 0x3358)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Workspace longest = given.newWorkspace("long", given.organization()).withTitle(letters);

        Workspace added = ports.workspaces().add(longest);

        assertThat(ports.workspaces().findByShownName(added.organization(), added.shownKey()))
                .contains(added);
    }

    @Test
    default void removedWorkspaceIsGone() {
        Ports ports = ports();
        Workspace legal = new Given(ports).workspace("legal");

        assertThat(ports.workspaces().remove(legal.id())).isTrue();
        assertThat(ports.workspaces().remove(legal.id())).isFalse();
        assertThat(ports.workspaces().find(legal.id())).isEmpty();
        assertThat(ports.workspaces().findByName(legal.name().key())).isEmpty();
    }

    @Test
    default void removalFreesNameButNotNumber() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace before = given.workspace("legal");
        ports.workspaces().remove(before.id());

        Workspace after = given.workspace("legal");

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.number()).isGreaterThan(before.number());
    }

    @Test
    default void removalTakesMembershipsAndGrants() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace other = given.workspace("other");
        GivenUser ana = given.user("ana").in(legal).in(other);
        Grant grant = ports.grants()
                .add(GrantBuilder.builder()
                        .id(new GrantId(ports.ids().next()))
                        .number(0)
                        .user(ana.id())
                        .role(PredefinedRole.ADMIN.ref())
                        .workspace(legal.id())
                        .createdAt(THEN)
                        .updatedAt(THEN)
                        .build())
                .orElseThrow();

        ports.workspaces().remove(legal.id());

        assertThat(ports.memberships().find(Place.of(legal.id()), ana.id())).isEmpty();
        assertThat(ports.memberships().find(Place.of(other.id()), ana.id())).isPresent();
        assertThat(ports.grants().find(grant.id())).isEmpty();
        assertThat(ports.users().list(UserFilter.all(), PageRequest.first()).items())
                .containsExactly(ana.user());
    }

    @Test
    default void unknownWorkspacesAreNotFound() {
        Workspaces workspaces = ports().workspaces();

        assertThat(workspaces.find(new WorkspaceId(new UUID(1, 2)))).isEmpty();
        assertThat(workspaces.findByName(NameKey.of("nothing"))).isEmpty();
    }

    @Test
    default void workspacePagesFollowTheOrderOfCreation() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<Workspace> made =
                Stream.of("zeta", "alpha", "Mu").map(given::workspace).toList();

        List<Workspace> walked = Pages.walk(1, page -> ports.workspaces().list(Workspaces.Filter.all(), page));

        assertThat(walked).containsExactlyElementsOf(made);
    }

    @Test
    default void workspaceListNarrowsByName() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace wanted = given.workspace("Team_A");
        given.workspace("TeamXA");

        assertThat(listed(ports, Workspaces.Filter.all().withName("team_"))).containsExactly(wanted);
    }

    @Test
    default void workspaceListNarrowsByWhatIsShown() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();
        Workspace titled =
                ports.workspaces().add(given.newWorkspace("one", home).withTitle("Équipe 100%"));
        Workspace named = given.workspace("equipe-100");
        ports.workspaces().add(given.newWorkspace("equipe-2", home).withTitle("Other"));

        assertThat(listed(ports, Workspaces.Filter.all().withTitle("ÉQUIPE 100%")))
                .containsExactly(titled);
        assertThat(listed(ports, Workspaces.Filter.all().withTitle("quipe"))).containsExactly(titled, named);
        assertThat(listed(ports, Workspaces.Filter.all().withTitle("100").withName("one")))
                .containsExactly(titled);
    }

    @Test
    default void workspaceListNarrowsByOrganization() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        given.workspace("one", given.organization("other"));
        Workspace two = given.workspace("two", acme);

        assertThat(listed(ports, Workspaces.Filter.all().withOrganization(acme.id())))
                .containsExactly(two);
    }

    @Test
    default void membersAndGranteesSeeTheWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace joined = given.workspace("joined");
        Workspace granted = given.workspace("granted");
        given.workspace("hidden");
        UserId ana = given.user("ana")
                .in(joined)
                .granted(PredefinedRole.VIEWER.role(), granted)
                .id();
        given.user("bob").in("hidden");

        assertThat(visible(ports, ana)).containsExactly(joined, granted);
    }

    @Test
    default void grantOnADatasetShowsNoWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana")
                .granted(PredefinedRole.VIEWER.role(), given.dataset("contracts", legal))
                .id();

        assertThat(visible(ports, ana)).isEmpty();
    }

    @Test
    default void onlyReachingOrganizationRolesShowWorkspaces() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        given.workspace("elsewhere", given.organization("beta"));

        UserId manager =
                given.user("mona").in(acme, PredefinedRole.MANAGER.role()).id();
        UserId auditor =
                given.user("aud").in(acme, given.reachingRole("auditor")).id();
        UserId plain = given.user("pia").role(PredefinedRole.MANAGER).in(acme).id();
        UserId admin = given.user("adam").in(acme, PredefinedRole.ADMIN.role()).id();

        assertThat(visible(ports, manager)).containsExactly(legal);
        assertThat(visible(ports, auditor)).containsExactly(legal);
        assertThat(visible(ports, plain)).isEmpty();
        assertThat(visible(ports, admin)).isEmpty();
    }

    @Test
    default void doublyVisibleWorkspaceIsListedOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        UserId ana = given.user("ana")
                .in(legal)
                .granted(PredefinedRole.VIEWER.role(), legal)
                .in(acme, PredefinedRole.MANAGER.role())
                .id();

        assertThat(visible(ports, ana)).containsExactly(legal);
    }

    @Test
    default void oneOfManyGetsTheWorkspaceName() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();

        List<Outcome> outcomes = Race.run(16, runner -> {
            Workspace workspace = given.newWorkspace("legal", home);
            return () -> ports.transactions().inTransaction(() -> {
                ports.workspaces().add(workspace);
            });
        });

        assertThat(Collections.frequency(outcomes, Outcome.DONE)).isEqualTo(1);
    }

    @Test
    default void oneOfManyGetsTheTitle() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();

        List<Outcome> outcomes = Race.run(16, runner -> () -> create(ports, home, "Prod EU"));

        assertThat(Collections.frequency(outcomes, Outcome.DONE)).isEqualTo(1);
        assertThat(listed(ports, Workspaces.Filter.all()))
                .extracting(made -> made.name().value())
                .containsExactly("prod-eu");
    }

    /** Nobody is refused for a name that they did not ask for. */
    @Test
    default void equalTitlesOfManyOrganizationsGetNamesOfTheirOwn() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        List<Organization> homes = IntStream.range(0, 16)
                .mapToObj(number -> given.organization("acme-" + number))
                .toList();

        List<Outcome> outcomes = Race.run(16, runner -> () -> create(ports, homes.get(runner), "Prod EU"));

        assertThat(outcomes).containsOnly(Outcome.DONE);
        assertThat(listed(ports, Workspaces.Filter.all()))
                .extracting(made -> made.name().value())
                .hasSize(16)
                .contains("prod-eu", "prod-eu-2", "prod-eu-3", "prod-eu-4", "prod-eu-5")
                .allMatch(name -> name.matches("prod-eu(-[2-5]|-[0-9a-f]{8})?"));
    }

    private static void create(Ports ports, Organization organization, String title) {
        CreateWorkspace.Command command = CreateWorkspace.Command.titled(title).withOrganization(organization.id());
        UseCases.over(ports, InstantSource.fixed(THEN))
                .get(CreateWorkspace.class)
                .handle(Caller.operator("root", Origin.of(Door.CLI)), command);
    }

    private static List<Workspace> visible(Ports ports, UserId user) {
        return Pages.walk(
                1, page -> ports.workspaces().list(Workspaces.Filter.all().visibleTo(user), page));
    }

    private static List<Workspace> listed(Ports ports, Workspaces.Filter filter) {
        return ports.workspaces().list(filter, PageRequest.first()).items();
    }
}
