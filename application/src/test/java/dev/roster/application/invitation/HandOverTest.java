package dev.roster.application.invitation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserStatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that somebody is told to hand over, where no mail goes out. */
class HandOverTest {
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");
    private static final String PASSWORD = "a password of my own";

    private final Fakes fakes = new Fakes();
    private final Given given = new Given(fakes.ports());
    private final UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
    private final Newcomer eve = new Newcomer(fakes, useCases);
    private final Caller olga = Caller.user(given.owner("olga").user(), Newcomer.ORIGIN);

    @BeforeEach
    void organization() {
        given.organization();
    }

    private InviteUser.Invited invite(Caller caller) {
        return useCases.get(InviteUser.class)
                .handle(caller, InviteUser.Command.of(EVE, InviteMode.LINK).withHandOver(true));
    }

    private static SecretText secret(InviteUser.Invited invited) {
        return Newcomer.secretIn(requireNonNull(invited.link()));
    }

    private void assertNoMail() {
        useCases.get(DeliverMail.class).handle(Caller.roster(Newcomer.ORIGIN), 100);
        assertThat(fakes.mailCarrier().carried()).isEmpty();
    }

    private AuditEvent lastEvent() {
        return fakes.ports()
                .auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(1))
                .items()
                .get(0);
    }

    @Test
    void anInvitationIsHandedOverInsteadOfMailed() {
        InviteUser.Invited invited = invite(olga);

        assertNoMail();
        assertThat(lastEvent().changes()).containsKey("handed_over");
        assertThat(eve.accept(secret(invited), PASSWORD).user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void oneThatIsMailedIsToldNobody() {
        assertThat(useCases.get(InviteUser.class)
                        .handle(olga, InviteUser.Command.of(EVE, InviteMode.LINK))
                        .link())
                .isNull();
    }

    @Test
    void anotherLinkIsHandedOverAndTheFirstIsDead() {
        InviteUser.Invited first = invite(olga);
        InviteUser.Invited second = useCases.get(ResendInvitation.class)
                .toHandOver(olga, first.user().id());

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> eve.accept(secret(first), PASSWORD));
        assertThat(eve.accept(secret(second), PASSWORD).user().isActive()).isTrue();
        assertNoMail();
    }

    @Test
    void aLinkToSetAPasswordIsHandedOverAlsoWithoutAnAddress() {
        GivenUser ben = given.user("ben").password("the password before");
        SendPasswordLink.HandedOver given = useCases.get(SendPasswordLink.class).toHandOver(olga, ben.id());

        assertNoMail();
        assertThat(lastEvent().action()).isEqualTo("user.give-password-link");
        assertThat(lastEvent().changes().toString()).doesNotContain("rpr_");
        assertThat(given.until()).isAfter(fakes.clock().instant());
        eve.reset(Newcomer.secretIn(given.link()), PASSWORD);
        assertThat(eve.logIn("ben", PASSWORD).user().id()).isEqualTo(ben.id());
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.reset(Newcomer.secretIn(given.link()), PASSWORD));
    }

    @Test
    void whoMayNotTakeOverAnAccountIsToldNothing() {
        GivenUser clerk =
                given.user("clerk").role(given.role("clerk", RosterPermission.USER_READ, RosterPermission.USER_UPDATE));
        GivenUser mona = given.user("mona").in("legal", PredefinedRole.MANAGER);
        GivenUser ben = given.user("ben").in("legal");
        SendPasswordLink send = useCases.get(SendPasswordLink.class);

        assertForbidden(() -> send.toHandOver(caller(clerk), mona.id()));
        assertForbidden(() -> send.toHandOver(caller(mona), ben.id()));
        assertForbidden(() -> invite(caller(mona)));
        InviteUser.Invited invited = invite(olga);
        assertForbidden(() -> useCases.get(ResendInvitation.class)
                .toHandOver(caller(mona), invited.user().id()));
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Newcomer.ORIGIN);
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @Test
    void nobodyElseThanActivePeopleGetsOne() {
        GivenUser gone = given.user("gone").status(UserStatus.DEACTIVATED);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(SendPasswordLink.class).toHandOver(olga, gone.id()))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT));
    }
}
