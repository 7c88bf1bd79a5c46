package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guesser learns from a login, which is nothing, and how long a session lives. */
class LogInTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "curl/8");
    private static final String PASSWORD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    @ParameterizedTest
    @ValueSource(strings = {"ana", "nobody", "out", "token-only", "", " ", "gone"})
    void everyWrongLoginIsAnsweredAlike(String login) {
        given.user("ana").password(PASSWORD);
        given.user("out").password("another password").status(UserStatus.DEACTIVATED);
        given.user("gone").password("another password").status(UserStatus.DELETED);
        given.user("token-only");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> logIn(login, "another password"))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessage("wrong username, e-mail or password");
        assertThat(fakes.passwordHasher().comparisons()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void onlyActiveUsersLogIn(UserStatus status) {
        given.user("ana").password(PASSWORD).status(status);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(LogIn.class)
                        .handle(new LogIn.Command("ana", Password.attempted(PASSWORD), ORIGIN)))
                .withMessage("wrong username, e-mail or password");
    }

    @Test
    void loginTrimsTheNameAndNotThePassword() {
        given.user("ana").password(" " + PASSWORD);

        assertThat(logIn(" ANA ", " " + PASSWORD).user().username().value()).isEqualTo("ana");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> logIn("ana", PASSWORD));
    }

    @Test
    void sessionRemembersWhereItWasOpened() {
        GivenUser ana = given.user("ana").password(PASSWORD);

        LogIn.Opened opened = logIn("ana", PASSWORD);

        assertThat(ports.sessions().of(ana.id())).containsExactly(opened.session());
        assertThat(opened.session().agent()).isEqualTo("curl/8");
        assertThat(opened.session().address()).isEqualTo("192.0.2.7");
        assertThat(opened.session().openedAt()).isEqualTo(fakes.clock().instant());
    }

    @Test
    void beyondTheMaximumTheSessionUnusedForLongestEnds() {
        GivenUser ana = given.user("ana").password(PASSWORD);
        given.user("bob").session("bobs");
        Session kept = logIn("ana", PASSWORD).session();
        Session unused = logIn("ana", PASSWORD).session();
        fakes.clock().advance(Duration.ofMinutes(1));
        ports.sessions().stampUse(Map.of(kept.id(), fakes.clock().instant()));
        for (int more = 2; more < SessionOpener.MOST; more++) {
            logIn("ana", PASSWORD);
        }
        assertThat(ports.sessions().of(ana.id())).hasSize(SessionOpener.MOST).contains(unused);

        logIn("ana", PASSWORD);

        assertThat(ports.sessions().of(ana.id()))
                .hasSize(SessionOpener.MOST)
                .anyMatch(session -> session.id().equals(kept.id()))
                .doesNotContain(unused);
        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first(2))
                        .items())
                .extracting(event -> event.changes().get("ended_sessions"))
                .containsExactly(AuditEvent.Change.to("1"), null);
    }

    @Test
    void outdatedHashIsReplacedAtLogin() {
        GivenUser ana = given.user("ana");
        String old = fakes.passwordHasher().outdatedHash(Password.chosen(PASSWORD));
        ports.passwords().set(ana.id(), old, Given.THEN);

        logIn("ana", PASSWORD);

        String stronger = ports.passwords().find(ana.id()).map(Kept::hash).orElseThrow();
        assertThat(fakes.passwordHasher().isOutdated(stronger)).isFalse();
        assertThat(fakes.passwordHasher().matches(Password.attempted(PASSWORD), stronger))
                .isTrue();
    }

    @Test
    void outdatedHashStaysAfterAWrongPassword() {
        GivenUser ana = given.user("ana");
        String old = fakes.passwordHasher().outdatedHash(Password.chosen(PASSWORD));
        ports.passwords().set(ana.id(), old, Given.THEN);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> logIn("ana", "another password"));

        assertThat(ports.passwords().find(ana.id()).map(Kept::hash)).contains(old);
    }

    @Test
    void unusedSessionDiesAfterTheIdleLimit() {
        given.user("ana").password(PASSWORD);
        SecretText key = logIn("ana", PASSWORD).key();

        fakes.clock().advance(Limits.usual().sessionIdle().minusSeconds(1));
        assertThat(authenticate(key).name()).isEqualTo("ana");
        fakes.clock().advance(Limits.usual().sessionIdle());

        assertUnknown(key);
    }

    @Test
    void usedSessionDiesAtItsEnd() {
        given.user("ana").password(PASSWORD);
        SecretText key = logIn("ana", PASSWORD).key();
        Duration day = Duration.ofDays(1);

        for (long days = 1; days < Limits.usual().sessionLongest().toDays(); days++) {
            fakes.clock().advance(day);
            assertThat(authenticate(key).name()).isEqualTo("ana");
        }
        fakes.clock().advance(day);

        assertUnknown(key);
    }

    @Test
    void useIsNotedAtMostOncePerMinute() {
        GivenUser ana = given.user("ana").password(PASSWORD);
        LogIn.Opened opened = logIn("ana", PASSWORD);

        Activity activity = useCases.get(Activity.class);

        fakes.clock().advance(Duration.ofSeconds(59));
        authenticate(opened.key());
        activity.flush();
        assertThat(ports.sessions().of(ana.id())).containsExactly(opened.session());
        fakes.clock().advance(Duration.ofSeconds(1));
        activity.flush();

        assertThat(ports.sessions().of(ana.id()))
                .singleElement()
                .returns(fakes.clock().instant().minusSeconds(1), session -> session.lastUsedAt());
    }

    @Test
    void loginSweepsDeadSessions() {
        GivenUser ana = given.user("ana").password(PASSWORD);
        logIn("ana", PASSWORD);
        fakes.clock().advance(Limits.usual().sessionLongest());

        LogIn.Opened next = logIn("ana", PASSWORD);

        assertThat(ports.sessions().of(ana.id())).containsExactly(next.session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no such secret", "token-of-out"})
    void everyWrongSecretIsAnsweredAlike(String secret) {
        given.user("out").token("token-of-out").status(UserStatus.DEACTIVATED);

        assertUnknown(new SecretText(secret));
    }

    private LogIn.Opened logIn(String login, String password) {
        return useCases.get(LogIn.class).handle(new LogIn.Command(login, Password.attempted(password), ORIGIN));
    }

    private Caller authenticate(SecretText secret) {
        return useCases.get(Authenticate.class).handle(secret, ORIGIN);
    }

    private void assertUnknown(SecretText secret) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> authenticate(secret))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessage("unknown or expired credential");
    }
}
