package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One's own token, shown to who shows the password. */
class ShowTokenTest {
    private static final Origin ORIGIN = new Origin(Door.CONSOLE, "192.0.2.7", "a browser");
    private static final Password RIGHT = Password.attempted("correct horse battery");
    private static final Password WRONG = Password.attempted("incorrect horse battery");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser ana =
            given.user("ana").password("correct horse battery").token("token-of-ana");
    private final ShowToken show = useCases.get(ShowToken.class);

    private Caller inOldSession() {
        Session session = ana.session("session-of-ana");
        fakes.clock().advance(Duration.ofHours(2));
        return Caller.inSession(ana.user(), ORIGIN, session);
    }

    @Test
    void passwordMakesUpForAnOldSession() {
        Caller caller = inOldSession();

        assertRefused(() -> show.handle(caller, null), RefusedException.Kind.FORBIDDEN);
        assertThat(show.own(caller, RIGHT).reveal()).isEqualTo("token-of-ana");
    }

    @Test
    void wrongPasswordShowsNothingAndIsCounted() {
        Caller caller = inOldSession();
        int guess = 0;
        RefusedException.Kind kind = RefusedException.Kind.INVALID;
        while (kind == RefusedException.Kind.INVALID && guess < 100) {
            kind = refusalOf(() -> show.own(caller, WRONG));
            guess++;
        }

        assertThat(kind).isEqualTo(RefusedException.Kind.THROTTLED);
        assertThat(guess).isGreaterThan(5);
        assertRefused(() -> show.own(caller, RIGHT), RefusedException.Kind.THROTTLED);
    }

    @Test
    void keyShowsNothingWithAPassword() {
        ApiKey key = ana.apiKey("rk_key");

        assertRefused(() -> show.own(Caller.withKey(ana.user(), ORIGIN, key), RIGHT), RefusedException.Kind.FORBIDDEN);
    }

    @Test
    void whoHasNoPasswordIsToldThatItIsWrong() {
        GivenUser bob = given.user("bob").token("token-of-bob");

        assertRefused(() -> show.own(Caller.user(bob.user(), ORIGIN), RIGHT), RefusedException.Kind.INVALID);
    }

    private static void assertRefused(Runnable call, RefusedException.Kind kind) {
        assertThat(refusalOf(call)).isEqualTo(kind);
    }

    private static RefusedException.Kind refusalOf(Runnable call) {
        RefusedException[] caught = new RefusedException[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(RefusedException.class, refused -> caught[0] = refused);
        return caught[0].kind();
    }
}
