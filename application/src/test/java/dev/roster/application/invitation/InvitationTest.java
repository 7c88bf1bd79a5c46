package dev.roster.application.invitation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.Limits;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The way in by invitation, from the mail to the first session, and what happens to those who are late. */
class InvitationTest {
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");
    private static final String PASSWORD = "a password of my own";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Newcomer eve = new Newcomer(fakes, useCases);
    private final Caller olga = Caller.user(given.owner("olga").user(), Newcomer.ORIGIN);

    @Test
    void acceptedLinkLogsInAndIsUsedUp() {
        given.organization();
        invite(InviteMode.LINK);
        SecretText link = eve.mailedSecret();

        LogIn.Opened opened = eve.accept(link, PASSWORD);

        assertThat(opened.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(useCases.get(Authenticate.class)
                        .handle(opened.key(), Newcomer.ORIGIN)
                        .name())
                .isEqualTo("eve@example.org");
        assertThat(ports.userTokens().sealedOf(opened.user().id())).isPresent();
        assertDead(() -> eve.accept(link, PASSWORD));
        assertThat(eve.logIn("EVE@example.org", PASSWORD).user().id())
                .isEqualTo(opened.user().id());
    }

    @Test
    void nobodyAuthenticatesBeforeAccepting() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.LINK);

        assertThat(ports.userTokens().sealedOf(invited.user().id())).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.logIn("eve@example.org", PASSWORD))
                .withMessage("wrong username, e-mail or password");
    }

    @Test
    void linkTellsWhatItIsForBeforeItIsUsed() {
        given.organization("research");
        given.organization();
        invite(InviteMode.LINK);

        ShowInvitation.Offer offer = useCases.get(ShowInvitation.class)
                .handle(new ShowInvitation.Query(eve.mailedSecret(), Newcomer.ORIGIN));

        assertThat(offer.email()).isEqualTo(EVE);
        assertThat(offer.organization()).isEqualTo("research");
        assertThat(offer.expiresAt()).isEqualTo(fakes.clock().instant().plus(Duration.ofDays(7)));
    }

    @Test
    void mailSaysWhoInvitesWhereToAndWithWhichRole() {
        Organization organization = given.organization();
        Workspace legal = given.workspace("legal", organization);
        Workspace owls = given.workspace("owls", organization);
        given.role("checker", RosterPermission.DATASET_READ);

        useCases.get(InviteUser.class)
                .handle(
                        olga,
                        InviteUser.Command.of(EVE, InviteMode.LINK)
                                .withOrganizationRole("checker")
                                .withWorkspaces(List.of(
                                        new InviteUser.WorkspacePlace(legal.id(), null),
                                        new InviteUser.WorkspacePlace(owls.id(), "checker"))));

        assertThat(eve.mail().values())
                .containsEntry("inviter", "olga")
                .containsEntry("role", "annotator")
                .containsEntry("organization", organization.name() + " (checker)")
                .containsEntry("workspaces", "legal, owls (checker)");
    }

    @Test
    void mailListsAsManyWorkspacesAsFit() {
        Organization organization = given.organization();
        List<InviteUser.WorkspacePlace> places = Stream.of("a", "b", "c")
                .map(letter -> given.workspace(letter.repeat(39), organization))
                .map(workspace -> new InviteUser.WorkspacePlace(workspace.id(), null))
                .toList();

        useCases.get(InviteUser.class)
                .handle(olga, InviteUser.Command.of(EVE, InviteMode.LINK).withWorkspaces(places));

        assertThat(eve.mail().values())
                .containsEntry("workspaces", "a".repeat(39) + ", " + "b".repeat(39) + " and more");
    }

    @Test
    void whoAcceptsSaysWhatTheyAreCalled() {
        given.organization();
        invite(InviteMode.LINK);
        Username chosen = new Username("eve");
        ProfileChange said = ProfileChange.none()
                .withGiven(ProfileField.LAST_NAME, new PersonName("Moore"))
                .withGiven(ProfileField.PRONOUNS, new Pronouns("she/her"));

        LogIn.Opened opened = useCases.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(eve.mailedSecret(), Password.chosen(PASSWORD), Newcomer.ORIGIN)
                        .withUsername(chosen)
                        .withProfile(said));

        assertThat(ports.users().get(opened.user().id()).profile())
                .isEqualTo(Profile.named(chosen)
                        .withLastName(new PersonName("Moore"))
                        .withPronouns(new Pronouns("she/her")));
    }

    @Test
    void inviterNeverSeesTheLink() {
        given.organization();

        InviteUser.Invited byOwner = invite(InviteMode.LINK);
        InviteUser.Invited byOperator = useCases.get(InviteUser.class)
                .handle(
                        Caller.operator("root", Origin.of(Door.CLI)),
                        InviteUser.Command.of(new EmailAddress("adam@example.org"), InviteMode.LINK));

        assertThat(byOwner.link()).isNull();
        assertThat(byOperator.link()).contains("#rin_");
    }

    @Test
    void pendingInvitationComesBackUnchangedAndUnsent() {
        given.organization();
        InviteUser.Invited first = invite(InviteMode.LINK);
        eve.mail();

        InviteUser.Invited second = invite(InviteMode.TEMPORARY_PASSWORD);
        useCases.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);

        assertThat(second.isNew()).isFalse();
        assertThat(second.user()).isEqualTo(first.user());
        assertThat(second.invitation()).isEqualTo(first.invitation());
        assertThat(second.temporaryPassword()).isNull();
        assertThat(fakes.mailCarrier().carried()).hasSize(1);
    }

    @Test
    void expiredInvitationIsRenewedForTheSameUser() {
        given.organization();
        InviteUser.Invited first = invite(InviteMode.LINK);
        SecretText late = eve.mailedSecret();
        fakes.clock().advance(Limits.usual().invitation());

        assertDead(() -> eve.accept(late, PASSWORD));
        InviteUser.Invited second = invite(InviteMode.LINK);

        assertThat(second.isNew()).isTrue();
        assertThat(second.user().id()).isEqualTo(first.user().id());
        assertThat(eve.accept(eve.mailedSecret(), PASSWORD).user().id())
                .isEqualTo(first.user().id());
    }

    @Test
    void resendingKillsTheOlderLink() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.LINK);
        SecretText older = eve.mailedSecret();

        useCases.get(ResendInvitation.class).handle(olga, invited.user().id());
        SecretText newer = eve.mailedSecret();

        assertThat(newer).isNotEqualTo(older);
        assertDead(() -> eve.accept(older, PASSWORD));
        eve.accept(newer, PASSWORD);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ResendInvitation.class)
                        .handle(olga, invited.user().id()))
                .returns("invitation", RefusedException::field);
    }

    @Test
    void onlyALinkIsResentByLink() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.TEMPORARY_PASSWORD);
        ResendInvitation resend = useCases.get(ResendInvitation.class);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> resend.byLink(olga, invited.user().id()))
                .returns("invitation", RefusedException::field);

        assertThat(ports.invitations().find(invited.user().id())).contains(requireNonNull(invited.invitation()));
    }

    @Test
    void resendingByLinkKillsTheOlderLink() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.LINK);
        SecretText older = eve.mailedSecret();

        useCases.get(ResendInvitation.class).byLink(olga, invited.user().id());
        SecretText newer = eve.mailedSecret();

        assertDead(() -> eve.accept(older, PASSWORD));
        eve.accept(newer, PASSWORD);
    }

    @Test
    void expiredInvitationIsNotResent() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.LINK);
        fakes.clock().advance(Limits.usual().invitation());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ResendInvitation.class)
                        .handle(olga, invited.user().id()))
                .withMessageContaining("expired");
    }

    @Test
    void temporaryPasswordOnlyLetsOneChooseAnother() {
        given.organization();
        SecretText temporary = invite(InviteMode.TEMPORARY_PASSWORD).temporaryPassword();
        assertThat(temporary).isNotNull();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.logIn("eve@example.org", temporary.reveal()))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind)
                .returns("password", RefusedException::field);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.replace("eve@example.org", temporary, temporary.reveal()))
                .withMessageContaining("other than the temporary one");
        LogIn.Opened opened = eve.replace("eve@example.org", temporary, PASSWORD);

        assertThat(opened.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertWrong(() -> eve.replace("eve@example.org", temporary, PASSWORD));
        eve.logIn("eve@example.org", PASSWORD);
    }

    @Test
    void temporaryPasswordEndsWithItsInvitation() {
        given.organization();
        SecretText temporary = invite(InviteMode.TEMPORARY_PASSWORD).temporaryPassword();
        assertThat(temporary).isNotNull();
        fakes.clock().advance(Limits.usual().invitation());

        assertWrong(() -> eve.replace("eve@example.org", temporary, PASSWORD));
        assertWrong(() -> eve.logIn("eve@example.org", temporary.reveal()));
    }

    @Test
    void accountWithoutMailSetsItsPasswordByAMailedLink() {
        given.organization();
        User user = invite(InviteMode.NONE).user();

        assertThat(user.status()).isEqualTo(UserStatus.ACTIVE);
        eve.forget("eve@example.org");
        SendPasswordLink send = useCases.get(SendPasswordLink.class);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> send.toReplace(olga, user.id()))
                .returns("user", RefusedException::field);
        assertThat(ports.outbox().hasDue(fakes.clock().instant())).isFalse();
        send.handle(olga, user.id());
        eve.reset(eve.mailedSecret(), PASSWORD);

        assertThat(eve.logIn("eve@example.org", PASSWORD).user().id()).isEqualTo(user.id());
        send.toReplace(olga, user.id());
        assertThat(eve.mailedSecret().reveal()).isNotEmpty();
    }

    @Test
    void revokedInvitationIsDead() {
        given.organization();
        InviteUser.Invited invited = invite(InviteMode.LINK);
        SecretText link = eve.mailedSecret();

        useCases.get(RevokeInvitation.class).handle(olga, invited.user().id());

        assertDead(() -> eve.accept(link, PASSWORD));
        assertThat(ports.users().find(invited.user().id())).isEmpty();
    }

    @Test
    void whoMayMakeAccountsPutsNobodyIntoOrganizationsOfOthers() {
        given.organization();
        Organization research = given.organization("research");
        Role clerk = given.role(
                "clerk",
                Stream.concat(
                                Stream.of(RosterPermission.USER_CREATE),
                                PredefinedRole.ANNOTATOR.role().permissions().stream())
                        .toArray(Permission[]::new));
        Caller cleo = Caller.user(given.user("cleo").role(clerk).user(), Newcomer.ORIGIN);
        InviteUser.Command intoResearch =
                InviteUser.Command.of(EVE, InviteMode.LINK).withOrganization(research.id());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(InviteUser.class).handle(cleo, intoResearch))
                .returns("member:add", RefusedException::missing);

        assertThat(ports.users().findByEmail(EVE.key())).isEmpty();
        useCases.get(InviteUser.class).handle(cleo, InviteUser.Command.of(EVE, InviteMode.LINK));
    }

    @Test
    void everyStepIsInTheAuditTrail() {
        given.organization();
        invite(InviteMode.LINK);
        eve.accept(eve.mailedSecret(), PASSWORD);

        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first())
                        .items())
                .extracting(AuditEvent::action)
                .containsExactly("session.open", "invitation.accept", "invitation.create", "user.invite");
    }

    private InviteUser.Invited invite(InviteMode mode) {
        return useCases.get(InviteUser.class).handle(olga, InviteUser.Command.of(EVE, mode));
    }

    private static void assertDead(ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(attempt)
                .returns("link", RefusedException::field)
                .withMessageContaining("wrong, expired or used");
    }

    private static void assertWrong(ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(attempt)
                .withMessage("wrong username, e-mail or password");
    }
}
