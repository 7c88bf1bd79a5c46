package dev.roster.application.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fake.ReversingSealer;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.mail.DeliverMail.Report;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.port.Outbox.Backlog;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMailBuilder;
import dev.roster.domain.user.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Letters from the postbox to the carrier, while the clock moves. */
class MailTest {
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final Caller ROSTER = Caller.roster(Origin.of(Door.SYSTEM));
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    private void post(Letter letter) {
        ports.transactions().inTransaction(() -> useCases.get(Postbox.class).send(letter));
    }

    private Letter invitation() {
        return invitation(fakes.clock().instant().plus(Duration.ofDays(7)));
    }

    private static Letter invitation(Instant end) {
        return new Letter(
                ANA, Kind.INVITATION, Map.of("link", "https://roster.example/secret", "expires", end.toString()));
    }

    private Report deliver() {
        return useCases.get(DeliverMail.class).handle(ROSTER, 100);
    }

    private void failWith(@Nullable MailUndeliveredException failure) {
        fakes.mailCarrier().failWith(failure);
    }

    private static MailUndeliveredException noAnswer() {
        return MailUndeliveredException.passing("the mail server does not answer", null, null);
    }

    @Test
    void letterArrivesAsItWasPosted() {
        Letter letter = invitation();
        post(letter);

        assertThat(deliver()).isEqualTo(new Report(1, 0, 0));
        assertThat(deliver()).isEqualTo(new Report(0, 0, 0));
        assertThat(fakes.mailCarrier().carried()).containsExactly(letter);
    }

    @Test
    void letterOfAFailedTransactionIsNeverSent() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ports.transactions().inTransaction((Runnable) () -> {
                    useCases.get(Postbox.class).send(invitation());
                    throw RefusedException.conflict("email", "taken");
                }));

        assertThat(deliver().total()).isZero();
    }

    @Test
    void noMoreAreTriedThanAskedFor() {
        post(invitation());
        post(invitation());
        post(invitation());

        assertThat(useCases.get(DeliverMail.class).handle(ROSTER, 2)).isEqualTo(new Report(2, 0, 0));
        assertThat(ports.outbox().backlog().waiting()).isEqualTo(1);
    }

    @Test
    void pausesGrowAndAfterADayItIsGivenUp() {
        post(new Letter(ANA, Kind.PASSWORD_CHANGED, Map.of("username", "ana")));
        failWith(noAnswer());
        List<Long> minutes = new ArrayList<>();

        for (Report report = deliver(); report.failed() == 1; report = deliver()) {
            minutes.add(minutesToTheNextAttempt());
        }

        assertThat(minutes).containsExactly(1L, 5L, 15L, 60L, 240L, 240L, 240L, 240L, 240L);
        assertThat(ports.outbox().backlog()).isEqualTo(new Backlog(0, null, 1, "the mail server does not answer"));
    }

    private long minutesToTheNextAttempt() {
        long minutes = 0;
        while (!ports.outbox().hasDue(fakes.clock().instant())) {
            fakes.clock().advance(Duration.ofMinutes(1));
            minutes++;
        }
        return minutes;
    }

    @Test
    void serverThatComesBackGetsTheMailOnce() {
        post(invitation());
        failWith(noAnswer());
        deliver();
        failWith(null);

        assertThat(deliver().total()).isZero();
        fakes.clock().advance(Duration.ofMinutes(1));
        assertThat(deliver()).isEqualTo(new Report(1, 0, 0));
        assertThat(fakes.mailCarrier().carried()).hasSize(1);
    }

    @Test
    void refusalForGoodIsNotTriedAgain() {
        post(invitation());
        failWith(MailUndeliveredException.permanent("the mail server refused the recipient", "550 ana", null));

        assertThat(deliver()).isEqualTo(new Report(0, 0, 1));
        assertThat(ports.outbox().backlog())
                .isEqualTo(new Backlog(0, null, 1, "the mail server refused the recipient"));
    }

    @Test
    void deadLinkIsNotSent() {
        post(invitation(fakes.clock().instant().plusSeconds(60)));
        fakes.clock().advance(Duration.ofSeconds(60));

        assertThat(deliver()).isEqualTo(new Report(0, 0, 1));
        assertThat(fakes.mailCarrier().carried()).isEmpty();
    }

    @Test
    void letterOfAnotherInstallationIsGivenUp() {
        MailId id = new MailId(ports.ids().next());
        String sealed = new ReversingSealer().seal("mail of somebody else", "letter");
        ports.outbox()
                .add(OutboxMailBuilder.builder()
                        .id(id)
                        .kind(Kind.TEST)
                        .sealed(sealed)
                        .createdAt(fakes.clock().instant())
                        .attempts(0)
                        .build());

        assertThat(deliver()).isEqualTo(new Report(0, 0, 1));
        assertThat(ports.outbox().backlog().lastFailure()).contains("another secret key");
    }

    @Test
    void mailThatKillsItsSendersIsGivenUp() {
        post(new Letter(ANA, Kind.TEST, Map.of()));
        for (int i = 0; i < 10; i++) {
            Instant at = fakes.clock().instant();
            assertThat(ports.outbox().claim(at, at.plusSeconds(60))).isPresent();
            fakes.clock().advance(Duration.ofSeconds(60));
        }

        assertThat(deliver()).isEqualTo(new Report(0, 0, 1));
        assertThat(fakes.mailCarrier().carried()).isEmpty();
    }

    @Test
    void onlyWhoConfiguresMayHaveToDoWithMail() {
        Caller ana = Caller.user(new Given(ports).user("ana").user(), Origin.of(Door.API));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(DeliverMail.class).handle(ana, 1))
                .returns("instance:configure", RefusedException::missing);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(SendTestMail.class).handle(ana, ANA))
                .returns("instance:configure", RefusedException::missing);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ShowMail.class).handle(ana))
                .returns("instance:configure", RefusedException::missing);
        assertThat(fakes.mailCarrier().carried()).isEmpty();
    }

    @Test
    void testMailGoesAtOnceAndIsAudited() {
        String destination = useCases.get(SendTestMail.class).handle(ROSTER, ANA);

        assertThat(destination).isEqualTo("mail.example.org:587");
        assertThat(fakes.mailCarrier().carried()).containsExactly(new Letter(ANA, Kind.TEST, Map.of()));
        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(event -> assertThat(event.action()).isEqualTo("mail.test"));
    }

    @Test
    void testMailTellsWhatTheServerSaid() {
        failWith(MailUndeliveredException.permanent(
                "the mail server refused the recipient", "550 <ana@example.org>\r\nunknown", null));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(SendTestMail.class).handle(ROSTER, ANA))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind)
                .withMessage(
                        "the mail server refused the recipient, it said `550 <ana@example.org>\\u{D}\\u{A}unknown`");
    }

    @Test
    void standingTellsWhatWaits() {
        post(invitation());

        ShowMail.Standing standing = useCases.get(ShowMail.class).handle(ROSTER);

        assertThat(standing.destination()).isEqualTo("mail.example.org:587");
        assertThat(standing.keepsFiles()).isFalse();
        assertThat(standing.backlog().waiting()).isEqualTo(1);
    }
}
