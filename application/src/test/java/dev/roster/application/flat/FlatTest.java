package dev.roster.application.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.EnsureInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody is in an organization, they are in its one workspace; who may say so; and what is shown of it. */
class FlatTest {
    private static final String TITLE = "projects";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Organization home = given.organization();
    private final Organization lab = given.organization("Lab");
    private final GivenUser olga = given.owner("olga").in(home);
    private final GivenUser mara = given.user("mara").in(lab, PredefinedRole.MANAGER.role());
    private final GivenUser ana = given.user("ana").in(lab);

    @Test
    void aRoleIsHeldInTheOrganizationAndInAWorkspaceThatIsCreatedForIt() {
        put(mara, ana, "reviewer");

        Workspace workspace = workspace();
        assertThat(workspace.title()).isEqualTo(TITLE);
        assertThat(role(Place.of(lab.id()), ana)).isEqualTo("reviewer");
        assertThat(role(Place.of(workspace.id()), ana)).isEqualTo("reviewer");

        put(mara, ana, "admin");

        assertThat(workspace()).isEqualTo(workspace);
        assertThat(role(Place.of(workspace.id()), ana)).isEqualTo("admin");
    }

    @Test
    void withoutARoleOneIsInTheOrganizationAlone() {
        put(mara, ana, "reviewer");

        put(mara, ana, null);
        put(mara, ana, null);

        assertThat(ports.memberships()
                        .find(Place.of(lab.id()), ana.id())
                        .orElseThrow()
                        .role())
                .isNull();
        assertThat(ports.memberships().find(Place.of(workspace().id()), ana.id()))
                .isEmpty();
    }

    @Test
    void aWorkspaceOfThatNameInAnotherOrganizationIsAnother() {
        given.workspace(TITLE, home);

        put(mara, ana, "reviewer");

        assertThat(workspace().organization()).isEqualTo(lab.id());
        assertThat(workspace().shownName()).isEqualTo(TITLE);
    }

    @Test
    void allOfItHappensOrNothing() {
        // Held in the organization alone, the role gives no workspaces to create.
        GivenUser amy = given.user("amy")
                .in(lab, given.role("people", RosterPermission.MEMBER_UPDATE, RosterPermission.ORGANIZATION_READ));

        refused(Kind.FORBIDDEN, () -> put(amy, ana, "annotator"));

        assertThat(ports.memberships()
                        .find(Place.of(lab.id()), ana.id())
                        .orElseThrow()
                        .role())
                .isNull();
        assertThat(ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)))
                .isEmpty();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHoldNorToWhoIsNoMember() {
        GivenUser out = given.user("out");

        refused(Kind.INVALID, () -> put(mara, ana, "owner"));
        refused(Kind.FORBIDDEN, () -> put(ana, ana, "manager"));
        refused(Kind.NOT_FOUND, () -> put(mara, out, "annotator"));
        refused(Kind.FORBIDDEN, () -> put(ana, out, "annotator"));
    }

    @Test
    void whoIsDeactivatedGetsInAgainIfTheCallerMaySayThat() {
        ana.status(UserStatus.DEACTIVATED);

        refused(Kind.FORBIDDEN, () -> put(mara, ana, "annotator"));
        assertThat(ana.user().status()).isEqualTo(UserStatus.DEACTIVATED);
        put(olga, ana, "annotator");

        assertThat(ana.user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void standingsAreForMembersWhoMaySeeMembersAndForOneself() {
        put(mara, ana, "reviewer");
        ListStandings.Query both = new ListStandings.Query(lab.id(), TITLE, Set.of(ana.id(), mara.id(), olga.id()));
        ListStandings.Query own = new ListStandings.Query(lab.id(), TITLE, Set.of(ana.id()));

        assertThat(useCases.get(ListStandings.class).handle(caller(mara), both)).containsOnlyKeys(ana.id(), mara.id());
        refused(Kind.FORBIDDEN, () -> useCases.get(ListStandings.class).handle(caller(ana), both));
        assertThat(useCases.get(ListStandings.class).handle(caller(ana), own).get(ana.id()))
                .extracting(ListStandings.Standing::inWorkspace)
                .isNotNull();
        assertThat(useCases.get(ListStandings.class)
                        .handle(caller(olga), new ListStandings.Query(home.id(), "none", Set.of(olga.id()))))
                .containsOnlyKeys(olga.id());
    }

    @Test
    void theWorkspaceIsShownToWhoMayReadIt() {
        assertThat(found(mara)).isEmpty();
        put(mara, ana, "reviewer");
        GivenUser out = given.user("out").in(lab);

        assertThat(found(mara)).contains(workspace());
        assertThat(found(ana)).contains(workspace());
        assertThat(found(out)).isEmpty();
    }

    private Optional<Workspace> found(GivenUser caller) {
        return useCases.get(FindFlatWorkspace.class).handle(caller(caller), lab.id(), TITLE);
    }

    @Test
    void theFirstDatasetCreatesTheWorkspaceAndATakenNameIsRefused() {
        register(mara, "birds");

        refused(Kind.CONFLICT, () -> register(mara, "Birds"));
        refused(Kind.FORBIDDEN, () -> register(ana, "fish"));
        assertThat(workspace().shownName()).isEqualTo(TITLE);
    }

    private void register(GivenUser caller, String name) {
        useCases.get(RegisterFlatDataset.class)
                .handle(caller(caller), new RegisterFlatDataset.Command(lab.id(), TITLE, new DatasetName(name)));
    }

    @Test
    void theOwnerIsTheOldestAndTheirAddressIsForWhoSeesMembers() {
        given.owner("olaf").email("olaf@example.org");
        olga.email("olga@example.org");

        FindFlatOwner.Owner whole = new FindFlatOwner.Owner(olga.user().number(), new EmailAddress("olga@example.org"));
        assertThat(owner(olga)).isEqualTo(whole);
        assertThat(owner(mara))
                .as("who sees the members of one organization, of somebody who is none of them")
                .isEqualTo(new FindFlatOwner.Owner(olga.user().number(), null));

        olga.in(lab);

        assertThat(owner(mara)).isEqualTo(whole);
        assertThat(owner(ana)).isEqualTo(new FindFlatOwner.Owner(olga.user().number(), null));
        refused(Kind.FORBIDDEN, () -> owner(given.user("out")));
    }

    private FindFlatOwner.Owner owner(GivenUser caller) {
        return useCases.get(FindFlatOwner.class)
                .handle(caller(caller), lab.id())
                .orElseThrow();
    }

    @Test
    void whoIsInvitedHoldsTheRoleInBoth() {
        given.workspace("other", home);
        useCases.get(InviteFlat.class)
                .handle(
                        caller(olga),
                        new InviteFlat.Command(lab.id(), TITLE, new EmailAddress("eve@example.org"), "reviewer"));

        var eve = ports.users().findByEmail(NameKey.of("eve@example.org")).orElseThrow();
        assertThat(ports.memberships()
                        .find(Place.of(lab.id()), eve.id())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.REVIEWER.ref());
        assertThat(ports.memberships()
                        .find(Place.of(workspace().id()), eve.id())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.REVIEWER.ref());
        refused(
                Kind.FORBIDDEN,
                () -> useCases.get(InviteFlat.class)
                        .handle(
                                caller(mara),
                                new InviteFlat.Command(lab.id(), TITLE, new EmailAddress("max@example.org"), null)));
    }

    @Test
    void aLinkIsMadeOnceAndNeverReplaced() {
        EnsureInviteLink ensure = useCases.get(EnsureInviteLink.class);

        ResetInviteLink.Shown first = ensure.handle(caller(mara), lab.id());

        assertThat(ensure.handle(caller(mara), lab.id()).secret().reveal())
                .isEqualTo(first.secret().reveal());
        refused(Kind.FORBIDDEN, () -> ensure.handle(caller(ana), lab.id()));
        refused(Kind.FORBIDDEN, () -> ensure.handle(caller(ana), home.id()));
    }

    @Test
    void whoIsCreatedJoinsAnOrganizationBesidesTheUsualOne() {
        CreateUser.Command command =
                CreateUser.Command.named(new Username("new")).withOrganization(lab.id());

        var made = useCases.get(CreateUser.class).handle(caller(olga), command).user();

        assertThat(ports.people().placesOf(made.id()))
                .containsExactlyInAnyOrder(Place.of(home.id()), Place.of(lab.id()));
    }

    @Test
    void peopleOfAnOrganizationComeByNumberToWhoMaySeeMembers() {
        assertThat(useCases.get(ListPeople.class)
                        .ofOrganization(caller(mara), lab.id(), PageRequest.first())
                        .items())
                .extracting(People.Person::user)
                .containsExactly(mara.user(), ana.user());
        refused(
                Kind.FORBIDDEN,
                () -> useCases.get(ListPeople.class).ofOrganization(caller(ana), lab.id(), PageRequest.first()));
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.EMBEDDED));
    }

    private void put(GivenUser caller, GivenUser user, @Nullable String role) {
        useCases.get(PutStanding.class)
                .handle(caller(caller), new PutStanding.Command(lab.id(), TITLE, user.id(), role));
    }

    private Workspace workspace() {
        return ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)).orElseThrow();
    }

    private @Nullable String role(Place place, GivenUser user) {
        var role = ports.memberships().find(place, user.id()).orElseThrow().role();
        return role == null ? null : role.name().value();
    }

    private static void refused(Kind kind, Runnable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call::run)
                .extracting(RefusedException::kind)
                .isEqualTo(kind);
    }
}
