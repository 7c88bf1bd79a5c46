package dev.roster.http.arize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that is read page by page while people come and go (contract §2.4). */
class PagingTest {
    private static final String VERSION = "8.42.0";
    private static final int MANY = 250;
    private static final int AT_A_TIME = 7;

    private final ArizeServer server = new ArizeServer();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    /**
     * Before each page one is created, one of those who were listed is deleted, and so is one of those who were not, with the
     * one that the cursor stands at among them.
     */
    @Test
    void nobodyIsListedTwiceAndNobodyMissedWhoWasThereThroughout() {
        List<String> there = new ArrayList<>(
                IntStream.range(0, MANY).mapToObj(number -> create()).toList());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    server.send("olga", VERSION, "GET", "/users?email=crowd.example&limit=" + AT_A_TIME + cursor, "");
            List<String> ids = ids(page);
            assertThat(ids.size()).isLessThanOrEqualTo(AT_A_TIME);
            seen.addAll(ids);
            create();
            leave(there, seen.get(seen.size() - 1));
            leave(there, there.get(there.size() - 1));
            cursor = page.json().at("/pagination/has_more").asBoolean()
                    ? "&cursor=" + page.at("/pagination/next_cursor")
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(Set.copyOf(there)::contains)).containsExactlyElementsOf(there);
        assertThat(there).hasSizeGreaterThan(MANY / 2);
    }

    private String create() {
        Answer created = server.send(
                "olga",
                VERSION,
                "POST",
                "/users",
                "{'name': 'Somebody', 'email': 'p%d@crowd.example', 'role': {'type': 'PREDEFINED', 'name': 'MEMBER'}, 'invite_mode': 'NONE'}"
                        .formatted(made.incrementAndGet()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.at("/id");
    }

    private void leave(List<String> there, String id) {
        server.remember("leaving", id);
        assertThat(server.send("olga", VERSION, "DELETE", "/users/{leaving}", "")
                        .status())
                .isEqualTo(204);
        there.remove(id);
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json()
                .path("users")
                .valueStream()
                .map((JsonNode user) -> user.path("id").asText())
                .toList();
    }
}
