package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Roles.Uses;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Roles} must do. */
public interface RolesContract extends StoreContract {
    @ParameterizedTest
    @EnumSource
    default void predefinedRolesAreThereFromTheStart(PredefinedRole role) {
        Roles roles = ports().roles();

        assertThat(roles.find(role.id())).contains(role.role());
        assertThat(roles.findByName(NameKey.of(role.name()))).contains(role.role());
    }

    @Test
    default void customRoleComesBackAsItWas() {
        Ports ports = ports();
        Role wanted = new Role(
                new RoleId(ports.ids().next()),
                0,
                new RoleName("Curator / Prüfer"),
                "checks, then 'signs'",
                PermissionSet.of(
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.USER_READ,
                        new RegisteredPermission("arize:DASHBOARD_READ"),
                        new RegisteredPermission("label-studio:projects.change")),
                PermissionSet.of(
                        RosterPermission.DATASET_ANNOTATE, new RegisteredPermission("label-studio:projects.change")),
                true);

        Role added = ports.roles().add(wanted);

        assertThat(ports.roles().find(wanted.id())).contains(added);
        assertThat(ports.roles().findByName(NameKey.of("CURATOR / PRÜFER"))).contains(added);
        assertThat(added)
                .usingRecursiveComparison()
                .ignoringFields("number")
                .withStrictTypeChecking()
                .isEqualTo(wanted);
    }

    @Test
    default void roleWithoutPermissionsComesBackEmpty() {
        Ports ports = ports();

        Role added = new Given(ports).role("nothing");

        assertThat(ports.roles().find(added.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.permissions().isEmpty()).isTrue());
    }

    @Test
    default void roleWithEveryPermissionComesBackWhole() {
        Ports ports = ports();

        Role added = new Given(ports).role("all", RosterPermission.values());

        assertThat(ports.roles().find(added.id()))
                .hasValueSatisfying(found ->
                        assertThat(found.permissions()).isEqualTo(PermissionSet.of(RosterPermission.values())));
    }

    @Test
    default void roleNamesAreUniqueWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.role("Straße");

        assertConflict("name", () -> given.role("STRASSE"));
        assertConflict("name", () -> given.role("Owner"));
    }

    @Test
    default void predefinedRolesComeFirstInTheList() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        Role auditor = given.role("auditor");

        List<Role> walked = Pages.walk(2, page -> ports.roles().list(page));

        assertThat(walked)
                .startsWith(predefined().toArray(Role[]::new))
                .endsWith(curator, auditor)
                .hasSize(PredefinedRole.values().length + 2);
        assertThat(walked).extracting(Role::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void unknownRolesAreNotFound() {
        Roles roles = ports().roles();

        assertThat(roles.find(new RoleId(new UUID(1, 2)))).isEmpty();
        assertThat(roles.findByName(NameKey.of("nothing"))).isEmpty();
        assertThat(roles.list(new PageRequest(1_000_000, 1)).items()).isEmpty();
    }

    @Test
    default void updateStoresAllThatIsSaidOfARole() {
        Ports ports = ports();
        Role before = new Given(ports).role("curator", RosterPermission.DATASET_READ);
        Role changed = before.withName(new RoleName("Prüfer"))
                .withDescription("checks")
                .withPermissions(PermissionSet.of(RosterPermission.USER_READ, RosterPermission.DATASET_ANNOTATE))
                .withAssignedOnly(PermissionSet.of(RosterPermission.DATASET_ANNOTATE))
                .updatedAt(THEN.plusSeconds(60));

        ports.roles().update(changed);

        assertThat(ports.roles().find(before.id())).contains(changed);
        assertThat(ports.roles().findByName(NameKey.of("PRÜFER"))).contains(changed);
        assertThat(ports.roles().findByName(NameKey.of("curator"))).isEmpty();
    }

    @Test
    default void renamedRoleShowsWhereverItIsHeld() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Role curator = given.role("curator");
        GivenUser ana = given.user("ana")
                .role(curator)
                .in(acme, curator)
                .in(legal, curator)
                .granted(curator, legal);

        ports.roles().update(curator.withName(new RoleName("auditor")));

        assertThat(rolesOf(ports, ana, acme, legal))
                .extracting(role -> role == null ? "none" : role.name().value())
                .containsOnly("auditor");
    }

    @Test
    default void updateToATakenRoleNameIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.role("Curator");
        Role auditor = given.role("auditor");

        assertConflict("name", () -> ports.roles().update(auditor.withName(new RoleName("CURATOR"))));
        assertConflict("name", () -> ports.roles().update(auditor.withName(new RoleName("owner"))));
        assertThat(ports.roles().find(auditor.id())).contains(auditor);
    }

    @Test
    default void usersWhoMayDoMoreInstanceWideAreNearAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role clerk = given.role("clerk");
        GivenUser ana = given.user("ana").role(clerk);

        ports.roles().update(clerk.withPermissions(PermissionSet.of(RosterPermission.USER_READ)));

        assertThat(ports.actors().near(Target.instance(), PageRequest.first()).items())
                .extracting(near -> near.actor().id())
                .containsExactly(ana.id());
    }

    @Test
    default void removedRoleIsGoneAndItsNameFree() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");

        assertThat(ports.roles().remove(curator.id())).isTrue();
        assertThat(ports.roles().remove(curator.id())).isFalse();
        assertThat(ports.roles().find(curator.id())).isEmpty();
        assertThat(given.role("CURATOR").number()).isGreaterThan(curator.number());
    }

    @Test
    default void deletedUsersOfARemovedRoleAreAnnotators() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        GivenUser ana = given.user("ana").role(curator).status(UserStatus.DELETED);
        GivenUser bob = given.user("bob").role(PredefinedRole.VIEWER).status(UserStatus.DELETED);

        ports.roles().remove(curator.id());

        assertThat(ana.user().role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(bob.user().role()).isEqualTo(PredefinedRole.VIEWER.ref());
    }

    @Test
    default void usesAreCountedByKindOfPlace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Workspace model = given.workspace("model", acme);
        Role curator = given.role("curator");
        given.user("ana").role(curator).in(legal).in(acme);
        given.user("bob").in(acme, curator).in(legal, curator).in(model, curator);
        given.user("zoe")
                .granted(curator, legal)
                .granted(curator, model)
                .granted(curator, given.dataset("one", legal))
                .granted(curator, given.dataset("two", legal));
        given.user("gone").role(curator).in(acme, curator).in(legal, curator).status(UserStatus.DELETED);

        assertThat(ports.roles().uses(curator.id())).isEqualTo(new Uses(1, 1, 2, 4));
        assertThat(ports.roles().uses(given.role("unused").id()).isNone()).isTrue();
    }

    @Test
    default void theAccountRoleOfAGuestIsKnown() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Role curator = given.role("curator");
        Role auditor = given.role("auditor");
        Role reader = given.role("reader");
        given.user("ana").role(auditor);
        given.user("gina").role(curator).staying(new Stay(legal.id(), null)).in(acme, auditor);
        given.user("gerd").role(reader).staying(new Stay(null, Given.THEN)).status(UserStatus.DEACTIVATED);
        given.user("gone")
                .role(auditor)
                .staying(new Stay(legal.id(), Given.THEN))
                .status(UserStatus.DELETED);

        assertThat(ports.roles().isHeldByGuests(curator.id())).isTrue();
        assertThat(ports.roles().isHeldByGuests(reader.id())).isTrue();
        assertThat(ports.roles().isHeldByGuests(auditor.id())).isFalse();
    }

    @Test
    default void reassigningReachesEveryPlace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Role curator = given.role("curator");
        Role auditor = given.role("auditor");
        GivenUser ana = given.user("ana")
                .role(curator)
                .in(acme, curator)
                .in(legal, curator)
                .granted(curator, legal);
        GivenUser gone = given.user("gone").role(curator).status(UserStatus.DELETED);
        Role viewer = PredefinedRole.VIEWER.role();
        GivenUser bob =
                given.user("bob").role(viewer).in(acme, viewer).in(legal).granted(viewer, legal);
        List<@Nullable RoleRef> bobsBefore = rolesOf(ports, bob, acme, legal);

        ports.roles().reassign(curator.id(), auditor.id());

        assertThat(rolesOf(ports, ana, acme, legal)).containsOnly(auditor.ref());
        assertThat(gone.user().role()).isEqualTo(auditor.ref());
        assertThat(rolesOf(ports, bob, acme, legal)).isEqualTo(bobsBefore);
        assertThat(ports.roles().uses(curator.id()).isNone()).isTrue();
        assertThat(ports.roles().remove(curator.id())).isTrue();
    }

    /** The roles of a user with a place and a grant in each: account, organization, workspace, grant. */
    private static List<@Nullable RoleRef> rolesOf(
            Ports ports, GivenUser user, Organization organization, Workspace workspace) {
        return Arrays.asList(
                user.user().role(),
                ports.memberships()
                        .find(Place.of(organization.id()), user.id())
                        .orElseThrow()
                        .role(),
                ports.memberships()
                        .find(Place.of(workspace.id()), user.id())
                        .orElseThrow()
                        .role(),
                ports.grants()
                        .list(Grants.Filter.all().withUser(user.id()), PageRequest.first())
                        .items()
                        .get(0)
                        .grant()
                        .role());
    }

    @Test
    default void holdersComeOnceAndByNumber() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Role curator = given.role("curator");
        GivenUser byGrant = given.user("by-grant").granted(curator, legal);
        given.user("nobody").in(acme).in(legal);
        GivenUser byAccount = given.user("by-account").role(curator);
        GivenUser byWorkspace = given.user("by-workspace").in(legal, curator);
        given.user("gone").role(curator).in(legal, curator).status(UserStatus.DELETED);
        GivenUser byOrganization = given.user("by-organization").in(acme, curator);
        GivenUser everywhere = given.user("everywhere")
                .role(curator)
                .in(acme, curator)
                .in(legal, curator)
                .granted(curator, legal)
                .status(UserStatus.DEACTIVATED);

        assertThat(Pages.walk(2, page -> ports.roles().holders(curator.id(), page)))
                .containsExactly(
                        byGrant.user(), byAccount.user(), byWorkspace.user(), byOrganization.user(), everywhere.user());
        assertThat(ports.roles()
                        .holders(given.role("unused").id(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    default void placesOfARoleComeOnceByNumberAndApartByTheWayItIsHeld() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator", RosterPermission.DATASET_READ);
        Workspace legal = given.workspace("legal");
        Workspace sales = given.workspace("sales");
        Workspace third = given.workspace("third", given.organization("other"));
        Dataset letters = given.restrictedDataset("letters", legal);
        given.user("ana").role(curator).in(legal).in(given.organization());
        given.user("bea").role(curator).in(legal).in(sales).in(given.organization());
        given.user("cid").in(third, curator).in(legal, curator);
        given.user("dan").in(third, curator).in(given.organization("other"), curator);
        given.user("eve").granted(curator, letters).granted(curator, sales);
        given.user("fay").granted(curator, letters).in(sales);
        given.user("gil").role(curator).in(third).status(UserStatus.DEACTIVATED);
        given.user("hal").role(curator).in(third, PredefinedRole.VIEWER.role());

        assertThat(places(ports, curator, Holding.Source.INHERITED, Target.Kind.ORGANIZATION))
                .containsExactly(Target.of(given.organization()));
        assertThat(places(ports, curator, Holding.Source.INHERITED, Target.Kind.WORKSPACE))
                .containsExactly(Target.of(legal), Target.of(sales), Target.of(third));
        assertThat(places(ports, curator, Holding.Source.MEMBERSHIP, Target.Kind.ORGANIZATION))
                .containsExactly(Target.of(given.organization("other")));
        assertThat(places(ports, curator, Holding.Source.MEMBERSHIP, Target.Kind.WORKSPACE))
                .containsExactly(Target.of(legal), Target.of(third));
        assertThat(places(ports, curator, Holding.Source.GRANT, Target.Kind.WORKSPACE))
                .containsExactly(Target.of(sales));
        assertThat(places(ports, curator, Holding.Source.GRANT, Target.Kind.DATASET))
                .containsExactly(Target.of(letters, Target.of(legal)));
        assertThat(places(ports, given.role("unused"), Holding.Source.MEMBERSHIP, Target.Kind.WORKSPACE))
                .isEmpty();
    }

    private static List<Target> places(Ports ports, Role role, Holding.Source source, Target.Kind kind) {
        return Pages.walk(1, page -> ports.roles().places(role.id(), source, kind, page));
    }

    @Test
    default void servicesOfHoldersComeWithThem() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Role curator = given.role("curator");
        GivenUser nobody = given.user("nobody").in(acme).in(legal);
        given.user("not-theirs").serviceOf(nobody);
        GivenUser byAccount = given.user("by-account").role(curator);
        GivenUser ofAccount = given.user("of-account").serviceOf(byAccount);
        GivenUser byWorkspace = given.user("by-workspace").in(legal, curator);
        GivenUser ofWorkspace = given.user("of-workspace").serviceOf(byWorkspace);
        given.user("gone").serviceOf(byWorkspace).status(UserStatus.DELETED);
        GivenUser itself = given.user("itself").role(curator).serviceOf(byAccount);
        GivenUser byOrganization = given.user("by-organization").in(acme, curator);
        GivenUser ofOrganization = given.user("of-organization").serviceOf(byOrganization);
        GivenUser byGrant = given.user("by-grant").granted(curator, given.dataset("one", legal));
        GivenUser ofGrant = given.user("of-grant").serviceOf(byGrant);
        GivenUser secondOfAccount = given.user("second-of-account").serviceOf(byAccount);

        assertThat(Pages.walk(2, page -> ports.roles().holdersAndTheirServices(curator.id(), page)))
                .containsExactly(
                        byAccount.user(),
                        ofAccount.user(),
                        byWorkspace.user(),
                        ofWorkspace.user(),
                        itself.user(),
                        byOrganization.user(),
                        ofOrganization.user(),
                        byGrant.user(),
                        ofGrant.user(),
                        secondOfAccount.user());
        assertThat(ports.roles()
                        .holdersAndTheirServices(given.role("unused").id(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    default void listTellsPredefinedFromCustom() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        Role auditor = given.role("auditor");
        Role clerk = given.role("clerk");

        assertThat(Pages.walk(2, page -> ports.roles().list(true, page))).containsExactlyElementsOf(predefined());
        assertThat(Pages.walk(2, page -> ports.roles().list(false, page))).containsExactly(curator, auditor, clerk);
    }

    private static List<Role> predefined() {
        return Arrays.stream(PredefinedRole.values())
                .map(PredefinedRole::role)
                .sorted(Comparator.comparing(Role::number))
                .toList();
    }
}
