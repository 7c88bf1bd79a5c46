package dev.roster.application.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting back in after forgetting a password, and what strangers learn from trying. */
class ForgottenPasswordTest {
    private static final String WANTED = "another password of mine";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Newcomer ana = new Newcomer(fakes, useCases);

    @Test
    void mailedLinkSetsThePasswordAndEndsSessions() {
        GivenUser user = given.user("ana").email("ana@example.org").password("the old password");
        LogIn.Opened before = ana.logIn("ana", "the old password");

        ana.forget("ana");
        ana.reset(ana.mailedSecret(), WANTED);

        assertThat(ports.sessions().of(user.id())).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(Authenticate.class).handle(before.key(), Newcomer.ORIGIN));
        ana.logIn("ana", WANTED);
        assertThat(ana.mail().kind()).isEqualTo(Letter.Kind.PASSWORD_CHANGED);
    }

    @Test
    void linkLivesForThirtyMinutes() {
        given.user("ana").email("ana@example.org").password("the old password");
        ana.forget("ana@example.org");
        SecretText link = ana.mailedSecret();

        fakes.clock().advance(Duration.ofMinutes(30));

        assertDead(() -> ana.reset(link, WANTED));
        ana.forget("ana@example.org");
        SecretText next = ana.mailedSecret();
        fakes.clock().advance(Duration.ofMinutes(30).minusNanos(1_000));
        assertThatCode(() -> ana.reset(next, WANTED)).doesNotThrowAnyException();
    }

    @Test
    void linkWorksOnce() {
        given.user("ana").email("ana@example.org").password("the old password");
        ana.forget("ana");
        SecretText link = ana.mailedSecret();
        ana.reset(link, WANTED);

        assertDead(() -> ana.reset(link, "a third password"));
    }

    @Test
    void secondRequestKillsTheFirstLink() {
        given.user("ana").email("ana@example.org").password("the old password");
        ana.forget("ana");
        SecretText first = ana.mailedSecret();

        ana.forget("ana");
        SecretText second = ana.mailedSecret();

        assertDead(() -> ana.reset(first, WANTED));
        ana.reset(second, WANTED);
    }

    @Test
    void badPasswordDoesNotUseTheLinkUp() {
        given.user("ana").email("ana@example.org").password("the old password");
        ana.forget("ana");
        SecretText link = ana.mailedSecret();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ana.reset(link, "short"))
                .returns("password", RefusedException::field);

        ana.reset(link, WANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "without-mail", "out", "token-only", "invited", "gone"})
    void whoCannotResetIsAnsweredLikeWhoCan(String login) {
        given.user("without-mail").password("the old password");
        given.user("out").email("out@example.org").password("the old password").status(UserStatus.DEACTIVATED);
        given.user("token-only").email("token@example.org");
        given.user("invited").email("invited@example.org").status(UserStatus.INVITED);
        given.user("gone")
                .email("gone@example.org")
                .password("the old password")
                .status(UserStatus.DELETED);

        ana.forget(login);

        assertThat(ports.outbox().hasDue(fakes.clock().instant())).isFalse();
        AuditEvent told = ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(1))
                .items()
                .get(0);
        assertThat(told.action()).isEqualTo("user.request-reset");
        assertThat(told.changes().toString()).doesNotContain(login);
    }

    @Test
    void deactivationKillsTheLink() {
        GivenUser user = given.user("ana").email("ana@example.org").password("the old password");
        ana.forget("ana");
        SecretText link = ana.mailedSecret();

        user.status(UserStatus.DEACTIVATED);

        assertDead(() -> ana.reset(link, WANTED));
    }

    @Test
    void temporaryPasswordFromAnOwnerMustBeReplaced() {
        given.organization();
        Caller olga = Caller.user(given.owner("olga").user(), Newcomer.ORIGIN);
        GivenUser user = given.user("ana").password("the old password");

        GiveTemporaryPassword.Given temporary =
                useCases.get(GiveTemporaryPassword.class).handle(olga, user.id());

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ana.logIn("ana", "the old password"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ana.logIn("ana", temporary.password().reveal()))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind);
        ana.replace("ana", temporary.password(), WANTED);
        ana.logIn("ana", WANTED);
    }

    private static void assertDead(ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(attempt).returns("link", RefusedException::field);
    }
}
