package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger access = (Logger) LoggerFactory.getLogger("dev.roster.access");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private World world;

    @BeforeEach
    void listen() {
        world = new World();
        access.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        access.setLevel(null);
        world.close();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void tellsWhoDidWhatAndHowItEnded() {
        world.ask("ada", "GET", "/v1/users/" + world.noa)
                .header("X-Request-Id", "my-request")
                .send();
        world.ask("", "GET", "/v1/me").send();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .matches("method=GET route=/v1/users/\\{user_id} status=200 ms=\\d+ caller=\"ada\" request=my-request");
        assertThat(lines().get(1)).matches("method=GET route=/v1/me status=401 ms=\\d+ caller=- request=[0-9a-f]{16}");
    }

    @Test
    void holdsNoSecretAndNoQuery() {
        world.ask("ada", "GET", "/v1/users?search=hidden-search").send();
        world.ask("", "POST", "/v1/sessions")
                .json("{\"login\":\"hidden-login\",\"password\":\"hidden-password\"}")
                .send();
        world.ask("ada", "GET", "/v1/hidden-path").send();
        String renewed = world.ask("ada", "POST", "/v1/me/token").send().at("/user_token");

        assertThat(lines()).hasSize(4).noneMatch(line -> line.contains("hidden") || line.contains("ada-token"));
        assertThat(String.join(" ", lines())).doesNotContain(renewed);
    }
}
