package dev.roster.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.Change;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.grant.ChangeGrant;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.PutMember;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Grants;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.UpdateRole;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was shown while an account was small does not open it when it is big. */
class KnownSecretsTest {
    private static final Origin ORIGIN = Origin.of(Door.API);
    private static final String PASSWORD = "correct horse battery";

    /** A way to give a user a role. */
    interface Giving {
        void to(KnownSecretsTest test, UserId user);
    }

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Caller olga = Caller.user(given.owner("olga").user(), ORIGIN);
    private final Workspace legal = given.workspace("legal");
    private final Role small = given.role("small", RosterPermission.DATASET_READ, RosterPermission.WORKSPACE_READ);
    private final Role smaller = given.role("smaller", RosterPermission.DATASET_READ);
    private final GivenUser desk = given.user("desk")
            .role(given.role(
                    "help-desk",
                    Stream.concat(
                                    PredefinedRole.ANNOTATOR.role().permissions().stream(),
                                    Stream.of(
                                            RosterPermission.USER_CREATE,
                                            RosterPermission.USER_READ,
                                            RosterPermission.USER_UPDATE))
                            .toArray(Permission[]::new)));

    @BeforeEach
    void organization() {
        given.organization();
    }

    private Caller desk() {
        return Caller.user(desk.user(), ORIGIN);
    }

    private CreateUser.Created create(Caller caller) {
        return useCases.get(CreateUser.class)
                .handle(caller, CreateUser.Command.named(new Username("bob")).withPassword(Password.chosen(PASSWORD)));
    }

    private void setRole(UserId user, PredefinedRole role) {
        useCases.get(UpdateUser.class).handle(olga, UpdateUser.Command.of(user).withRole(Change.to(role.word())));
    }

    private boolean opens(UserToken token) {
        return ports.bearers().find(new SecretText(token.reveal()).digest()).isPresent();
    }

    private boolean hasPassword(User user) {
        return ports.passwords().find(user.id()).isPresent();
    }

    static Stream<Named<Giving>> givings() {
        return Stream.of(
                Named.of("an account role", (test, user) -> test.setRole(user, PredefinedRole.OWNER)),
                Named.of(
                        "a role in a workspace",
                        (test, user) -> test.useCases
                                .get(AddMember.class)
                                .handle(test.olga, new AddMember.Command(Place.of(test.legal.id()), user, "manager"))),
                Named.of(
                        "a role in the organization",
                        (test, user) -> test.useCases
                                .get(ChangeMemberRole.class)
                                .handle(
                                        test.olga,
                                        new ChangeMemberRole.Command(
                                                Place.of(test.given
                                                        .organization()
                                                        .id()),
                                                user,
                                                "manager"))),
                Named.of(
                        "a role by putting",
                        (test, user) -> test.useCases
                                .get(PutMember.class)
                                .handle(test.olga, PutMember.Command.of(Place.of(test.legal.id()), user, "admin"))),
                Named.of("a grant", (test, user) -> test.grant(user, "admin")),
                Named.of(
                        "another role of a grant",
                        (test, user) -> test.useCases
                                .get(ChangeGrant.class)
                                .handle(
                                        test.olga,
                                        new ChangeGrant.Command(
                                                test.grant(user, "viewer")
                                                        .grant()
                                                        .id(),
                                                "admin"))),
                Named.of("a role that grows", (test, user) -> {
                    test.grant(user, "small");
                    test.useCases
                            .get(UpdateRole.class)
                            .handle(
                                    test.olga,
                                    UpdateRole.Command.of(test.small.id())
                                            .withPermissions(
                                                    Change.to(PermissionSet.of(RosterPermission.DATASET_DELETE))));
                }),
                Named.of("a role that takes another's place", (test, user) -> {
                    test.grant(user, "smaller");
                    test.useCases
                            .get(DeleteRole.class)
                            .handle(test.olga, new DeleteRole.Command(test.smaller.id(), "admin"));
                }));
    }

    private Grants.Granted grant(UserId user, String role) {
        return useCases.get(CreateGrant.class)
                .handle(olga, new CreateGrant.Command(user, role, new GrantPlace.OnWorkspace(legal.id())));
    }

    @ParameterizedTest
    @MethodSource("givings")
    void whatALesserOneWasShownEndsWith(Giving giving) {
        CreateUser.Created bob = create(desk());
        String link = useCases.get(SendPasswordLink.class)
                .toHandOver(desk(), bob.user().id())
                .link();

        giving.to(this, bob.user().id());

        assertThat(opens(bob.token())).isFalse();
        assertThat(hasPassword(bob.user())).isFalse();
        assertThat(ports.passwordResets().find(secret(link), fakes.clock().instant()))
                .isEmpty();
        assertThat(ports.shownSecrets().of(bob.user().id())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("givings")
    void theAuditTrailSaysWhatEnded(Giving giving) {
        CreateUser.Created bob = create(desk());
        useCases.get(SendPasswordLink.class).toHandOver(desk(), bob.user().id());

        giving.to(this, bob.user().id());

        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first(1))
                        .items())
                .extracting(AuditEvent::changes)
                .first(InstanceOfAssertFactories.map(String.class, AuditEvent.Change.class))
                .containsEntry("ended_password", AuditEvent.Change.to("1"))
                .containsEntry("ended_user_token", AuditEvent.Change.to("1"))
                .containsEntry("ended_password_link", AuditEvent.Change.to("1"))
                .doesNotContainKey("ended_invitation");
    }

    @Test
    void previewsShowWhatEndsAndEndNothing() {
        CreateUser.Created bob = create(desk());
        UserId id = bob.user().id();
        Place place = Place.of(legal.id());
        useCases.get(AddMember.class).handle(olga, new AddMember.Command(place, id, "annotator"));
        grant(id, "small");
        UpdateRole.Command grows = UpdateRole.Command.of(small.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_DELETE)));
        UpdateRole.Command shrinks = UpdateRole.Command.of(small.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_READ)));

        assertThat(useCases.get(UpdateUser.class).previewRole(olga, id, "owner").ends())
                .containsExactlyInAnyOrder(Kind.PASSWORD, Kind.USER_TOKEN);
        assertThat(useCases.get(UpdateUser.class)
                        .previewRole(olga, id, "viewer")
                        .ends())
                .isEmpty();
        assertThat(useCases.get(ChangeMemberRole.class)
                        .preview(olga, new ChangeMemberRole.Command(place, id, "manager"))
                        .ends())
                .containsExactlyInAnyOrder(Kind.PASSWORD, Kind.USER_TOKEN);
        assertThat(useCases.get(ChangeMemberRole.class)
                        .preview(olga, new ChangeMemberRole.Command(place, id, "viewer"))
                        .ends())
                .isEmpty();
        assertThat(useCases.get(UpdateRole.class)
                        .preview(olga, grows, PageRequest.first())
                        .items())
                .singleElement()
                .returns(Set.of(Kind.PASSWORD, Kind.USER_TOKEN), UpdateRole.Affected::ends);
        assertThat(useCases.get(UpdateRole.class)
                        .preview(olga, shrinks, PageRequest.first())
                        .items())
                .allMatch(affected -> affected.ends().isEmpty());
        assertThat(opens(bob.token())).isTrue();
        assertThat(hasPassword(bob.user())).isTrue();
    }

    /** Who was shown it holds the role that grows, too, and so could take the account over afterwards. */
    @Test
    void previewCountsWhatTheOtherGains() {
        CreateUser.Created bob = create(desk());
        grant(bob.user().id(), "small");
        grant(desk.id(), "small");
        UpdateRole.Command grows = UpdateRole.Command.of(small.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_DELETE)));

        assertThat(useCases.get(UpdateRole.class)
                        .preview(olga, grows, PageRequest.first())
                        .items())
                .allMatch(affected -> affected.ends().isEmpty());
        useCases.get(UpdateRole.class).handle(olga, grows);
        assertThat(opens(bob.token())).isTrue();
    }

    private static SecretDigest secret(String link) {
        return new SecretText(link.substring(link.indexOf('#') + 1)).digest();
    }

    @ParameterizedTest
    @MethodSource("givings")
    void whatAnOwnerWasShownStays(Giving giving) {
        CreateUser.Created bob = create(olga);
        String link = useCases.get(SendPasswordLink.class)
                .toHandOver(olga, bob.user().id())
                .link();

        giving.to(this, bob.user().id());

        assertThat(opens(bob.token())).isTrue();
        assertThat(hasPassword(bob.user())).isTrue();
        assertThat(ports.passwordResets().find(secret(link), fakes.clock().instant()))
                .isPresent();
    }

    @Test
    void invitationWithATemporaryPasswordEnds() {
        InviteUser.Invited carl = useCases.get(InviteUser.class)
                .handle(
                        desk(),
                        InviteUser.Command.of(new EmailAddress("carl@example.org"), InviteMode.TEMPORARY_PASSWORD));

        setRole(carl.user().id(), PredefinedRole.OWNER);

        assertThat(hasPassword(carl.user())).isFalse();
        assertThat(ports.invitations()
                        .find(carl.user().id())
                        .orElseThrow()
                        .isPending(fakes.clock().instant()))
                .isFalse();
    }

    @Test
    void mailedInvitationStays() {
        InviteUser.Invited carl = useCases.get(InviteUser.class)
                .handle(desk(), InviteUser.Command.of(new EmailAddress("carl@example.org"), InviteMode.LINK));

        setRole(carl.user().id(), PredefinedRole.OWNER);

        assertThat(ports.invitations()
                        .find(carl.user().id())
                        .orElseThrow()
                        .isPending(fakes.clock().instant()))
                .isTrue();
    }

    @Test
    void whatIsStillWithinReachStays() {
        CreateUser.Created bob = create(desk());

        setRole(bob.user().id(), PredefinedRole.VIEWER);
        useCases.get(AddMember.class)
                .handle(
                        olga,
                        new AddMember.Command(Place.of(legal.id()), bob.user().id(), "annotator"));

        assertThat(opens(bob.token())).isTrue();
        assertThat(hasPassword(bob.user())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEACTIVATED", "DELETED"})
    void whoeverWasShownItCountsAfterTheyLeft(UserStatus status) {
        CreateUser.Created bob = create(desk());
        desk.status(status);

        setRole(bob.user().id(), PredefinedRole.VIEWER);

        assertThat(opens(bob.token())).isTrue();
        setRole(bob.user().id(), PredefinedRole.OWNER);
        assertThat(opens(bob.token())).isFalse();
    }

    @Test
    void whatItsUserHasReplacedStays() {
        CreateUser.Created bob = create(desk());
        Caller himself = Caller.user(bob.user(), ORIGIN);
        UserToken own = useCases.get(RenewToken.class).handle(himself, RenewToken.Command.own());
        useCases.get(ChangePassword.class)
                .handle(
                        himself,
                        new ChangePassword.Command(
                                Password.attempted(PASSWORD), Password.chosen("another horse battery")));

        setRole(bob.user().id(), PredefinedRole.OWNER);

        assertThat(opens(own)).isTrue();
        assertThat(hasPassword(bob.user())).isTrue();
    }
}
