package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Backoff;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.text.NameKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guesser runs into, and what the guessed account does not notice of it. */
class ThrottleTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Origin HOME = from("192.0.2.7");
    private static final Origin STRANGER = from("198.51.100.1");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    private static Origin from(String address) {
        return new Origin(Door.API, address, "curl/8");
    }

    @BeforeEach
    void makeAna() {
        new Given(ports).user("ana").password(PASSWORD).token("token-of-ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "nobody"})
    void guesserIsMadeToWaitWhetherTheAccountExistsOrNot(String login) {
        guess(login, STRANGER, Guess.LOG_IN.ofAccount().free());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> logIn(login, "another password", STRANGER))
                .returns(Kind.THROTTLED, RefusedException::kind)
                .returns(Duration.ofSeconds(1), RefusedException::retryAfter)
                .withMessage("too many attempts, try again in 1 second");
    }

    @Test
    void theRightPasswordMustWaitToo() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());
        long before = fakes.passwordHasher().comparisons();

        assertThrottled(() -> logIn("ana", PASSWORD, STRANGER));
        assertThat(fakes.passwordHasher().comparisons()).isEqualTo(before);

        fakes.clock().advance(Duration.ofSeconds(1));
        assertThatCode(() -> logIn("ana", PASSWORD, STRANGER)).doesNotThrowAnyException();
    }

    @Test
    void eachFurtherFailureDoublesTheWait() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());

        for (long wait : List.of(1, 2, 4, 8)) {
            fakes.clock().advance(Duration.ofSeconds(wait).minusNanos(1_000));
            assertThrottled(() -> logIn("ana", "another password", STRANGER));
            fakes.clock().advance(Duration.ofNanos(1_000));
            assertWrong("ana", STRANGER);
        }
    }

    @Test
    void strangersCannotLockOutTheUsualAddress() {
        logIn("ana", PASSWORD, HOME);
        for (int stranger = 1; stranger <= 40; stranger++) {
            tryAgainstTheWall("ana", from("198.51.100." + stranger));
        }

        assertThrottled(() -> logIn("ana", PASSWORD, from("203.0.113.9")));
        assertThatCode(() -> logIn("ana", PASSWORD, HOME)).doesNotThrowAnyException();
    }

    @Test
    void neighboursBehindOneAddressDoNotLockEachOtherOut() {
        logIn("ana", PASSWORD, HOME);

        for (int name = 0; name < Guess.LOG_IN.ofAddress().free(); name++) {
            assertWrong("nobody-" + name, HOME);
        }

        assertThrottled(() -> logIn("nobody-at-all", "another password", HOME));
        assertThatCode(() -> logIn("ana", PASSWORD, HOME)).doesNotThrowAnyException();
    }

    @Test
    void theUsualAddressIsNoWayToGuessWithoutEnd() {
        logIn("ana", PASSWORD, HOME);

        guess("ana", HOME, Guess.LOG_IN.ofAccount().free());

        assertThrottled(() -> logIn("ana", PASSWORD, HOME));
    }

    @Test
    void anAddressIsForgottenAfterNinetyDays() {
        logIn("ana", PASSWORD, HOME);
        fakes.clock().advance(Duration.ofDays(90));
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());

        assertThrottled(() -> logIn("ana", PASSWORD, HOME));
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int name = 0; name < Guess.LOG_IN.ofAddress().free(); name++) {
            assertWrong("name-" + name, STRANGER);
        }

        assertThrottled(() -> logIn("one-more", "another password", STRANGER));
    }

    @Test
    void aWholeNetworkOfIpv6IsOneAddress() {
        for (int host = 1; host <= Guess.LOG_IN.ofAddress().free(); host++) {
            assertWrong("name-" + host, from("2001:db8:1:2::" + Integer.toHexString(host)));
        }

        assertThrottled(() -> logIn("ana", PASSWORD, from("[2001:db8:1:2:ffff:ffff:ffff:ffff]")));
        assertThatCode(() -> logIn("ana", PASSWORD, from("2001:db8:1:3::1"))).doesNotThrowAnyException();
    }

    @Test
    void successForgetsTheFailuresOfTheAccount() {
        int almost = Guess.LOG_IN.ofAccount().free() - 1;
        guess("ana", STRANGER, almost);
        logIn("ana", PASSWORD, STRANGER);

        guess("ana", STRANGER, almost);

        assertThatCode(() -> logIn("ana", PASSWORD, STRANGER)).doesNotThrowAnyException();
    }

    @Test
    void anAccountOfOnesOwnDoesNotWashAnAddressClean() {
        new Given(ports).user("mallory").password("an own password");
        for (int name = 0; name < Guess.LOG_IN.ofAddress().free(); name++) {
            if (name % 9 == 0) {
                logIn("mallory", "an own password", STRANGER);
            }
            assertWrong("name-" + name, STRANGER);
        }

        assertThrottled(() -> logIn("ana", "another password", STRANGER));
    }

    @Test
    void aQuietHourForgetsEverything() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());
        fakes.clock().advance(Backoff.QUIET);

        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());

        assertThrottled(() -> logIn("ana", "another password", STRANGER));
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyOut() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());
        for (int more = 0; more < 12; more++) {
            fakes.clock().advance(Backoff.LONGEST);
            assertWrong("ana", STRANGER);
        }

        fakes.clock().advance(Duration.ofDays(-2));

        assertThatCode(() -> logIn("ana", PASSWORD, STRANGER)).doesNotThrowAnyException();
    }

    @Test
    void aClockThatWasSetBackHelpsNoGuesser() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());
        fakes.clock().advance(Duration.ofDays(-2));
        assertWrong("ana", STRANGER);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> logIn("ana", PASSWORD, STRANGER))
                .returns(Duration.ofSeconds(2), RefusedException::retryAfter);
    }

    @Test
    void guessesOfOnesOwnPasswordAreSlowedDownFromEveryAddress() {
        Caller ana = Caller.user(ports.users().findByUsername(NameKey.of("ana")).orElseThrow(), STRANGER);
        for (int times = 0; times < Guess.CHANGE_PASSWORD.ofAccount().free(); times++) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> changePassword(ana, "another password"))
                    .returns("current_password", RefusedException::field);
        }
        long before = fakes.passwordHasher().comparisons();

        assertThrottled(() -> changePassword(ana, PASSWORD));
        assertThrottled(() -> changePassword(Caller.user(Objects.requireNonNull(ana.user()), HOME), PASSWORD));

        assertThat(fakes.passwordHasher().comparisons()).isEqualTo(before);
        fakes.clock().advance(Duration.ofSeconds(1));
        changePassword(ana, PASSWORD);
        assertThatCode(() -> logIn("ana", "a wanted password", STRANGER)).doesNotThrowAnyException();
    }

    private void changePassword(Caller caller, String current) {
        useCases.get(ChangePassword.class)
                .handle(
                        caller,
                        new ChangePassword.Command(Password.attempted(current), Password.chosen("a wanted password")));
    }

    @Test
    void theOperatorAtTheMachineIsNeverMadeToWait() {
        Origin machine = Origin.of(Door.CLI);

        guess("ana", machine, 50);

        assertThatCode(() -> logIn("ana", PASSWORD, machine)).doesNotThrowAnyException();
    }

    @Test
    void unknownTokensAreSlowedDownAndKnownOnesAreNot() {
        for (int i = 0; i < Guess.TOKEN.ofAddress().free(); i++) {
            String secret = "secret-" + i;
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> authenticate(secret, STRANGER))
                    .returns(Kind.UNAUTHENTICATED, RefusedException::kind);
        }

        assertThrottled(() -> authenticate("one-more", STRANGER));
        assertThatCode(() -> authenticate("token-of-ana", STRANGER)).doesNotThrowAnyException();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> authenticate("one-more", HOME))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind);
    }

    @Test
    void kindsOfGuessesAreCountedApart() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());

        assertThatCode(() -> useCases.get(Throttle.class).admit(Guess.RESET, STRANGER, NameKey.of("ana"), null))
                .doesNotThrowAnyException();
        assertThatCode(() -> useCases.get(Throttle.class).admit(Guess.INVITATION, STRANGER))
                .doesNotThrowAnyException();
    }

    @Test
    void theAuditTellsOnceWhomGuessingIsHeldUpFor() {
        guess("ana", STRANGER, Guess.LOG_IN.ofAccount().free());
        for (int i = 0; i < 3; i++) {
            fakes.clock().advance(Backoff.LONGEST);
            assertWrong("ana", STRANGER);
        }

        assertThat(throttled()).singleElement().satisfies(event -> {
            assertThat(event.actorName()).isEqualTo("roster");
            assertThat(event.address()).isEqualTo("198.51.100.1");
            assertThat(event.subjectName()).isEqualTo("ana");
            assertThat(event.changes()).containsEntry("guess", AuditEvent.Change.to("log-in"));
        });
    }

    @Test
    void theAuditNeverRepeatsAnUnknownName() {
        guess("my password by mistake", STRANGER, Guess.LOG_IN.ofAccount().free());

        assertThat(throttled())
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).doesNotContain("mistake"))
                .returns("instance", AuditEvent::subjectName);
    }

    private List<AuditEvent> throttled() {
        AuditTrail.Filter filter = AuditTrail.Filter.all().withAction("throttle.begin");
        return ports.auditTrail().list(filter, PageRequest.first()).items();
    }

    private void guess(String login, Origin origin, int times) {
        for (int i = 0; i < times; i++) {
            assertWrong(login, origin);
        }
    }

    private void assertWrong(String login, Origin origin) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> logIn(login, "another password", origin))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind);
    }

    private void tryAgainstTheWall(String login, Origin origin) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> logIn(login, "another password", origin));
    }

    private static void assertThrottled(Runnable attempt) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(attempt::run)
                .returns(Kind.THROTTLED, RefusedException::kind);
    }

    private void logIn(String login, String password, Origin origin) {
        useCases.get(LogIn.class).handle(new LogIn.Command(login, Password.attempted(password), origin));
    }

    private void authenticate(String secret, Origin origin) {
        useCases.get(Authenticate.class).handle(new SecretText(secret), origin);
    }
}
