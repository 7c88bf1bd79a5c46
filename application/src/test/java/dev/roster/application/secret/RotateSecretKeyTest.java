package dev.roster.application.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.Postbox;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.secret.RotateSecretKey.Rotated;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another secret key leaves as it was, and what the old one can do no more. */
class RotateSecretKeyTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));
    private static final SecretText GIVEN = new SecretText("a key that somebody gave");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    private UseCases restarted() {
        return UseCases.over(fakes.restarted(), fakes.clock());
    }

    private Rotated rotate() {
        return useCases.get(RotateSecretKey.class).handle(ROOT, GIVEN);
    }

    @Test
    void whatWasSealedOpensWithTheNewKey() {
        GivenUser ana = given.user("ana").token("anas-token");
        OrganizationId organization = given.organization().id();
        ResetInviteLink.Command link = ResetInviteLink.Command.of(organization);
        String url = useCases.get(ResetInviteLink.class).handle(ROOT, link).url();
        Letter letter = new Letter(
                new EmailAddress("ana@example.org"), Letter.Kind.PASSWORD_CHANGED, Map.of("username", "ana"));
        useCases.get(Postbox.class).send(letter);

        Rotated rotated = rotate();

        assertThat(rotated.sealed()).isEqualTo(new Resealing.Counts(3, 0));
        UseCases after = restarted();
        assertThat(after.get(ShowToken.class).handle(ROOT, ana.id()).reveal()).isEqualTo("anas-token");
        assertThat(after.get(ShowInviteLink.class).handle(ROOT, organization).url())
                .isEqualTo(url);
        assertThat(after.get(DeliverMail.class).handle(ROOT, 5).delivered()).isEqualTo(1);
        assertThat(fakes.mailCarrier().last()).isEqualTo(letter);
    }

    @Test
    void theTrailVerifiesWithTheNewKeyAndOldMarksStayGood() {
        useCases.get(Journal.class).write(ROOT, "thing.change", Target.instance());
        useCases.get(AuditSealer.class).seal();
        SealMark kept = ports.auditSeals().newest().orElseThrow().mark();

        rotate();

        assertThat(restarted()
                        .get(VerifyAuditTrail.class)
                        .handle(ROOT, kept, seen -> {})
                        .faults())
                .isEmpty();
        assertThat(fakes.restarted().auditTrail().records(0, Long.MAX_VALUE, 9))
                .last()
                .satisfies(record -> assertThat(record.event().action()).isEqualTo("secret.rotate"));
    }

    @Test
    void anotherKeyMakesNothingGood() {
        useCases.get(Journal.class).write(ROOT, "thing.change", Target.instance());
        useCases.get(AuditSealer.class).seal();
        AuditRecord forged =
                ports.auditTrail().records(0, Long.MAX_VALUE, 1).get(0).signedAnew(bytes -> "a forgery");
        ports.auditTrail().sign(List.of(forged));

        Rotated rotated = rotate();

        assertThat(rotated.signed().left()).isEqualTo(1);
        assertThat(restarted()
                        .get(VerifyAuditTrail.class)
                        .handle(ROOT, null, seen -> {})
                        .faults())
                .containsExactly(new AuditFault(
                        AuditFault.Kind.CHANGED, 1L, forged.event().number()));
    }

    @Test
    void whoWorksWithTheOldKeyWritesAndVerifiesNothing() {
        rotate();

        assertBusy(() -> useCases.get(Journal.class).write(ROOT, "thing.change", Target.instance()));
        assertBusy(() -> useCases.get(AuditSealer.class).seal());
        assertBusy(() -> useCases.get(VerifyAuditTrail.class).handle(ROOT, null, seen -> {}));
        assertBusy(() -> useCases.get(RotateSecretKey.class).handle(ROOT, new SecretText("yet another key")));
        assertThat(fakes.custody().waiting()).isZero();
    }

    private static void assertBusy(Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .returns(RefusedException.Kind.BUSY, RefusedException::kind);
    }

    @Test
    void theKeyInUseIsNoOther() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(RotateSecretKey.class).handle(ROOT, new SecretText("a key")))
                .returns("secret_key", RefusedException::field);
    }

    @Test
    void nobodyRotatesTheKeyWhoMayNotConfigureTheInstance() {
        Caller ana = Caller.user(given.user("ana").user(), Origin.of(Door.API));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(RotateSecretKey.class).handle(ana, GIVEN))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
        assertThat(fakes.custody().waiting()).isZero();
        assertThat(ports.secretKeys().isCurrent()).isTrue();
    }
}
