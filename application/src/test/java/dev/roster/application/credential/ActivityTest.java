package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last activity of users: seen by every credential, written rarely. */
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

    private void ask(String secret) {
        useCases.get(Authenticate.class).handle(new SecretText(secret), ORIGIN);
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
        for (int number = 0; number < Activity.MOST; number++) {
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
        assertThat(stamp(ana)).isEqualTo(start);
    }
}
