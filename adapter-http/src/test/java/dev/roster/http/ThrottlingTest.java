package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.credential.Guess;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a guesser sees of being held up, and what it does not tell them. */
class ThrottlingTest {
    private static final int FREE = Guess.LOG_IN.ofAccount().free();

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAccountAndNobodyAreRefusedAlikeFromTheFirstToTheLast() {
        List<String> ofNoa = Stream.generate(() -> told(logIn("noa", "wrong")))
                .limit(FREE + 2)
                .toList();
        List<String> ofNobody = Stream.generate(() -> told(logIn("nobody", "wrong")))
                .limit(FREE + 2)
                .toList();

        assertThat(ofNoa).isEqualTo(ofNobody);
        assertThat(ofNoa.get(FREE - 1)).startsWith("401 ");
        assertThat(ofNoa.get(FREE)).startsWith("429 1 ");
    }

    @Test
    void tellsHowLongToWait() {
        for (int i = 0; i < FREE; i++) {
            logIn("noa", "wrong");
        }
        world.server.fakes().clock().advance(Duration.ofSeconds(1));
        logIn("noa", "wrong");

        Answer held = logIn("noa", "correct horse");

        assertThat(held.status()).isEqualTo(429);
        assertThat(held.header("Retry-After")).isEqualTo("2");
        assertThat(held.at("/type")).isEqualTo("urn:roster:problem:throttled");
        assertThat(held.at("/detail")).isEqualTo("too many attempts, try again in 2 seconds");
    }

    @Test
    void whoGuessesTokensIsHeldUpAndGoodTokensAreNot() {
        for (int i = 0; i < Guess.TOKEN.ofAddress().free(); i++) {
            assertThat(me("guess-" + i).status()).isEqualTo(401);
        }

        assertThat(me("one-more").status()).isEqualTo(429);
        assertThat(me("noa-token").status()).isEqualTo(200);
    }

    private Answer me(String token) {
        return world.server.ask("GET", "/v1/me").as(token).send();
    }

    private static String told(Answer answer) {
        return answer.status() + " " + answer.header("Retry-After") + " " + answer.text();
    }

    private Answer logIn(String login, String password) {
        return world.server
                .ask("POST", "/v1/sessions")
                .json("{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}")
                .send();
    }
}
