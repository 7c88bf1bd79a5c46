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
import dev.roster.application.port.ApiKeys;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last activity of users, sessions and keys: seen with every request, written rarely, and never at its cost. */
class ActivityTest {
    private static final Origin ORIGIN = Origin.of(Door.API);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Activity activity = useCases.get(Activity.class);
    private final GivenUser ana = given.user("ana").token("ana-token");
    private final Instant start = fakes.clock().instant();

    private @Nullable Instant stamp(GivenUser user) {
        return ports.users().get(user.id()).lastActivityAt();
    }

    private Caller ask(String secret) {
        return useCases.get(Authenticate.class).handle(new SecretText(secret), ORIGIN);
    }

    @Test
    void requestLeavesANoteThatIsWrittenLater() {
        ask("ana-token");

        assertThat(stamp(ana)).isNull();
        activity.flush();
        assertThat(stamp(ana)).isEqualTo(start);
    }

    @Test
    void sessionsCountToo() {
        ana.session("ana-key");

        ask("ana-key");
        activity.flush();

        assertThat(stamp(ana)).isEqualTo(start);
    }

    @Test
    void storeThatCannotBeWrittenToHoldsUpNoCredential() {
        ana.apiKey("ana-unused-key");
        ana.session("ana-session");
        fakes.clock().advance(Duration.ofHours(1));
        fakes.lockStore();

        for (String secret : List.of("ana-token", "ana-unused-key", "ana-session")) {
            assertThat(ask(secret).name()).isEqualTo("ana");
        }
    }

    @Test
    void wrongSecretIsCountedOrNotAnsweredAtAll() {
        Origin stranger = new Origin(Door.API, "192.0.2.7", null);
        fakes.lockStore();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(Authenticate.class).handle(new SecretText("guessed"), stranger))
                .returns(RefusedException.Kind.BUSY, RefusedException::kind);
    }

    @Test
    void whatCouldNotBeWrittenIsCountedAndWrittenLater() {
        ApiKey key = ana.apiKey("ana-key");
        fakes.lockStore();
        Instant used = fakes.clock().instant();
        ask("ana-key");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(activity::flush);
        Activity.Backlog during = activity.backlog();

        fakes.unlockStore();
        activity.flush();

        assertThat(during).isEqualTo(new Activity.Backlog(2, 0));
        assertThat(activity.backlog()).isEqualTo(new Activity.Backlog(0, 0));
        assertThat(stamp(ana)).isEqualTo(used);
        assertThat(ports.apiKeys().get(key.id()).lastUsedAt()).isEqualTo(used);
    }

    @Test
    void sessionInUseOutlivesALockThatIsLongerThanItsIdleLimit() {
        ana.session("ana-key");
        Duration most = Limits.usual().sessionIdle().minusSeconds(1);
        ask("ana-key");
        fakes.lockStore();

        fakes.clock().advance(most);
        ask("ana-key");
        fakes.clock().advance(most);
        ask("ana-key");
        fakes.clock().advance(most.plusSeconds(1));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ask("ana-key"))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind);
    }

    /** What is written lags behind by a minute, and by the ten seconds that a service lets pass between two flushes. */
    @Test
    void otherNodeEndsASessionInUseAtMostThatMuchTooEarly() {
        ana.session("ana-key");
        Duration lag = Duration.ofSeconds(70);
        UseCases other = UseCases.over(ports, fakes.clock());
        for (int seconds = 0; seconds < 600; seconds += 10) {
            fakes.clock().advance(Duration.ofSeconds(10));
            ask("ana-key");
            activity.flush();
        }

        fakes.clock().advance(Limits.usual().sessionIdle().minus(lag));

        assertThat(other.get(Authenticate.class)
                        .handle(new SecretText("ana-key"), ORIGIN)
                        .name())
                .isEqualTo("ana");
    }

    @Test
    void shortIdleLimitHasItsUseWrittenMoreOften() {
        Limits limits = Limits.usual()
                .withSessionIdle(Duration.ofSeconds(60))
                .withSessionLongest(Duration.ofDays(1))
                .withSetUpLink(Duration.ofDays(1))
                .withInvitation(Duration.ofDays(7))
                .withPasswordReset(Duration.ofMinutes(30));
        Activity strict =
                new Activity(useCases.get(UnitOfWork.class), ports.users(), ports.sessions(), ports.apiKeys(), limits);
        Session stored = ana.session("ana-key");
        Session session = stored.usedAt(start);
        strict.used(session, start.plusSeconds(14));
        fakes.clock().advance(Duration.ofSeconds(14));

        strict.flush();
        assertThat(ports.sessions().find(session.id())).contains(stored);
        fakes.clock().advance(Duration.ofSeconds(1));
        strict.flush();

        assertThat(ports.sessions().find(session.id())).contains(session.usedAt(start.plusSeconds(14)));
    }

    @Test
    void listsShowTheUseThatIsNotWrittenYet() {
        ApiKey key = ana.apiKey("ana-key");
        ana.session("ana-session");
        fakes.clock().advance(Duration.ofSeconds(30));
        Caller caller = ask("ana-key");
        ask("ana-session");
        Instant used = fakes.clock().instant();

        assertThat(useCases.get(ListSessions.class).handle(caller, null))
                .singleElement()
                .returns(used, Session::lastUsedAt);
        assertThat(useCases.get(ListApiKeys.class)
                        .handle(caller, ListApiKeys.Query.all().withUser(ana.id()), PageRequest.first())
                        .items())
                .containsExactly(new ApiKeys.Owned(key.lastUsedAt(used), ana.user()));
    }

    @Test
    void whoIsTurnedAwayWasNotSeen() {
        GivenUser eve = given.user("eve").token("eve-token").status(UserStatus.DEACTIVATED);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ask("eve-token"));
        activity.flush();

        assertThat(stamp(eve)).isNull();
    }

    @Test
    void stampIsWrittenOnceAMinute() {
        ask("ana-token");
        activity.flush();

        fakes.clock().advance(Duration.ofSeconds(59));
        ask("ana-token");
        activity.flush();
        Instant within = stamp(ana);
        fakes.clock().advance(Duration.ofSeconds(1));
        activity.flush();

        assertThat(within).isEqualTo(start);
        assertThat(stamp(ana)).isEqualTo(start.plusSeconds(59));
    }

    @Test
    void timeNeverRunsBackwards() {
        activity.seen(ana.id(), start.plusSeconds(30));
        activity.seen(ana.id(), start);
        activity.flush();
        fakes.clock().advance(Duration.ofMinutes(5));
        activity.seen(ana.id(), start.plusSeconds(10));
        activity.flush();

        assertThat(stamp(ana)).isEqualTo(start.plusSeconds(30));
    }

    @Test
    void beingSeenIsNoUpdate() {
        ask("ana-token");
        activity.flush();

        assertThat(ports.users().get(ana.id()).updatedAt()).isEqualTo(ana.user().updatedAt());
    }

    @Test
    void memoryIsBounded() {
        for (int number = 0; number < Uses.MOST; number++) {
            activity.seen(new UserId(new UUID(7, number)), start);
        }

        activity.seen(ana.id(), start);
        activity.flush();
        Instant crowded = stamp(ana);
        fakes.clock().advance(Duration.ofMinutes(2));
        activity.flush();
        activity.seen(ana.id(), start);
        activity.flush();

        assertThat(crowded).isNull();
        assertThat(activity.backlog().leftOut()).isEqualTo(1);
        assertThat(stamp(ana)).isEqualTo(start);
    }
}
