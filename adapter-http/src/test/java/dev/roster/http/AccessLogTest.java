package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What a line says, field by field; the layout of the installation quotes the texts. */
    private List<Map<String, Object>> lines() {
        return log.list.stream().map(AccessLogTest::fields).toList();
    }

    private static Map<String, Object> fields(ILoggingEvent event) {
        assertThat(event.getFormattedMessage()).isEqualTo("request");
        Map<String, Object> fields = new LinkedHashMap<>();
        event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, pair.value));
        return fields;
    }

    @Test
    void tellsWhoDidWhatAndHowItEnded() {
        world.ask("ada", "GET", "/v1/users/" + world.noa)
                .header("X-Request-Id", "my-request")
                .send();
        world.ask("", "GET", "/v1/me").send();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .containsOnlyKeys("method", "route", "status", "ms", "caller", "request")
                .containsEntry("method", "GET")
                .containsEntry("route", "/v1/users/{user_id}")
                .containsEntry("status", 200)
                .containsEntry("caller", "ada")
                .containsEntry("request", "my-request");
        assertThat(lines().get(1)).containsEntry("status", 401).containsEntry("caller", null);
        assertThat(String.valueOf(lines().get(1).get("request"))).matches("[0-9a-f]{16}");
    }

    @Test
    void aNameCannotForgeAFieldOfALine() {
        String forged = "eve\" status=200 caller=\"ada";
        world.server.given().user(forged).token("eve-token");

        world.ask("eve", "GET", "/v1/users")
                .header("X-Request-Id", "x\"status=200")
                .send();

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("status", 403)
                        .containsEntry("caller", forged)
                        .containsEntry("request", "x\"status=200"));
    }

    @Test
    void holdsNoSecretAndNoQuery() {
        world.ask("ada", "GET", "/v1/users?search=hidden-search").send();
        world.ask("", "POST", "/v1/sessions")
                .json("{\"login\":\"hidden-login\",\"password\":\"hidden-password\"}")
                .send();
        world.ask("ada", "GET", "/v1/hidden-path").send();
        String renewed = world.ask("ada", "POST", "/v1/me/token").send().at("/user_token");

        assertThat(lines()).hasSize(4);
        assertThat(lines().toString()).doesNotContain("hidden", "ada-token", renewed);
    }
}
