package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Grants;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who left an organization, and by which ways they come back and by which they do not. */
class ReadmissionTest {
    private static final Origin ORIGIN = Origin.of(Door.API);
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");
    private static final Duration PAST_INVITATIONS = Duration.ofDays(30);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Organization home = given.organization();
    private final Organization acme = given.organization("acme");
    private final Workspace legal = given.workspace("legal", acme);
    private final GivenUser mara = given.user("mara").in(acme).in(legal, PredefinedRole.MANAGER.role());
    private final GivenUser ana = given.user("ana").in(acme).in(legal);

    @Test
    void leavingRemembersFromWhenToWhen() {
        remove(ana.id());

        assertThat(former())
                .extracting(FormerMembers.Former::membership)
                .extracting(one -> one.withNumber(0))
                .containsExactly(new FormerMembership(
                        0, acme.id(), ana.id(), Given.THEN, fakes.clock().instant()));
    }

    @Test
    void refusalSaysWhatIsMissingAndWhatToDo() {
        remove(ana.id());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> add(mara, Place.of(legal.id())))
                .withMessageContaining("`ana` left the organization")
                .withMessageContaining("ask one of them to add the user there")
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN))
                .satisfies(refused -> assertThat(refused.missing()).isEqualTo(RosterPermission.MEMBER_ADD.key()));
        assertThat(isIn(acme, ana.id())).isFalse();
        assertThat(former()).hasSize(1);
    }

    @Test
    void whoNeverLeftIsBroughtAlongByWhoeverMayAddToAWorkspace() {
        GivenUser bob = given.user("bob");

        useCases.get(AddMember.class)
                .handle(callerOf(mara), new AddMember.Command(Place.of(legal.id()), bob.id(), null));

        assertThat(isIn(acme, bob.id())).isTrue();
    }

    @Test
    void operatorReadmitsByAnyWay() {
        remove(ana.id());
        useCases.get(CreateGrant.class)
                .handle(OPERATOR, new CreateGrant.Command(ana.id(), "viewer", new GrantPlace.OnWorkspace(legal.id())));
        assertThat(former()).isEmpty();

        ana.in(acme);
        remove(ana.id());
        assertThat(ports.grants()
                        .list(Grants.Filter.all().withUser(ana.id()), PageRequest.first())
                        .items())
                .isEmpty();
        useCases.get(PutMember.class).handle(OPERATOR, PutMember.Command.of(Place.of(acme.id()), ana.id(), "viewer"));

        assertThat(former()).isEmpty();
        assertThat(isIn(acme, ana.id())).isTrue();
    }

    @Test
    void whoComesByThemselvesIsRefused() {
        remove(ana.id());
        Enrolment enrolment = useCases.get(Enrolment.class);
        UnitOfWork work = useCases.get(UnitOfWork.class);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> work.inTransaction(() -> enrolment.enrol(ana.id(), acme.id())))
                .withMessageContaining("you left this organization")
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
        assertThat(isIn(acme, ana.id())).isFalse();

        UserId bob = given.user("bob").id();
        work.inTransaction(() -> enrolment.enrol(bob, acme.id()));
        assertThat(isIn(acme, bob)).isTrue();
    }

    @Test
    void invitationFromBeforeOpensTheAccountAndNotTheOrganization() {
        given.owner("olga");
        InviteUser.Invited invited = invite(OPERATOR, acme);
        User eve = invited.user();
        String link = String.valueOf(invited.link());
        remove(eve.id());

        useCases.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(
                        new SecretText(link.substring(link.indexOf('#') + 1)),
                        Password.chosen("a password of my own"),
                        ORIGIN));

        assertThat(ports.users().get(eve.id()).isActive()).isTrue();
        assertThat(isIn(acme, eve.id())).isFalse();
        assertThat(former()).extracting(one -> one.user().id()).containsExactly(eve.id());
    }

    @Test
    void anotherInvitationReadmitsOnlyWhereTheInviterMayAddMembers() {
        UserId eve = invite(OPERATOR, home).user().id();
        remove(home, eve);
        assertThat(invite(OPERATOR, home).isNew()).isFalse();
        assertThat(isIn(home, eve)).isFalse();
        fakes.clock().advance(PAST_INVITATIONS);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(InviteUser.class)
                        .handle(callerOf(inviter()), InviteUser.Command.of(EVE, InviteMode.LINK)))
                .withMessageContaining("left the organization");
        assertThat(isIn(home, eve)).isFalse();

        assertThat(invite(OPERATOR, home).isNew()).isTrue();
        assertThat(isIn(home, eve)).isTrue();
        assertThat(ports.formerMembers().formerOf(home.id(), Set.of(eve))).isEmpty();
    }

    /** May invite annotators, and add nobody to anything. */
    private GivenUser inviter() {
        Permission[] permissions = Stream.concat(
                        PredefinedRole.ANNOTATOR.role().permissions().stream(), Stream.of(RosterPermission.USER_CREATE))
                .toArray(Permission[]::new);
        return given.user("ivo").role(given.role("inviter", permissions)).in(home);
    }

    @Test
    void serviceAccountThatWasTakenOutStaysOut() {
        UserId robot = useCases.get(CreateServiceAccount.class)
                .handle(
                        callerOf(given.owner("olga")),
                        CreateServiceAccount.Command.of(
                                new Username("robot"),
                                List.of(new CreateServiceAccount.OrganizationPlace(
                                        acme.id(),
                                        null,
                                        List.of(new CreateServiceAccount.WorkspacePlace(legal.id(), null)))),
                                KeyIssuer.Wish.named("first")))
                .user()
                .id();
        remove(robot);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(AddMember.class)
                        .handle(callerOf(mara), new AddMember.Command(Place.of(legal.id()), robot, "viewer")))
                .withMessageContaining("left the organization");
    }

    @Test
    void refusedRemovalRemembersNothing() {
        GivenUser olga = given.owner("olga").in(acme);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(RemoveMember.class)
                        .handle(callerOf(mara), new RemoveMember.Command(Place.of(acme.id()), ana.id())));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(RemoveMember.class)
                        .handle(
                                callerOf(given.user("max").in(acme, PredefinedRole.MANAGER.role())),
                                new RemoveMember.Command(Place.of(acme.id()), olga.id())));

        assertThat(former()).isEmpty();
        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of(ana.id(), olga.id())))
                .isEmpty();
    }

    private InviteUser.Invited invite(Caller caller, Organization organization) {
        return useCases.get(InviteUser.class)
                .handle(caller, InviteUser.Command.of(EVE, InviteMode.LINK).withOrganization(organization.id()));
    }

    private void add(GivenUser caller, Place place) {
        useCases.get(AddMember.class).handle(callerOf(caller), new AddMember.Command(place, ana.id(), null));
    }

    private void remove(UserId user) {
        remove(acme, user);
    }

    private void remove(Organization organization, UserId user) {
        useCases.get(RemoveMember.class).handle(OPERATOR, new RemoveMember.Command(Place.of(organization.id()), user));
    }

    private List<FormerMembers.Former> former() {
        return useCases.get(ListFormerMembers.class)
                .handle(OPERATOR, acme.id(), PageRequest.first())
                .items();
    }

    private boolean isIn(Organization organization, UserId user) {
        return ports.memberships().find(Place.of(organization.id()), user).isPresent();
    }

    private static Caller callerOf(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }
}
