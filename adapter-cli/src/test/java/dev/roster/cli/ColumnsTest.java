package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void people() {
        roster.given().owner("olga");
        roster.given().user("ben").email("ben@example.org");
        roster.given().dataset("letters", roster.given().workspace("legal"));
    }

    private User user(String username) {
        return roster.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" {2,}"));
    }

    @Test
    void idsShowOnDemand() {
        Ran ran = roster.run("users", "list", "--search", "ben", "--columns", "id,username,email");
        User ben = user("ben");

        assertThat(ran.out().lines().map(ColumnsTest::words))
                .containsExactly(
                        List.of("ID", "USERNAME", "EMAIL"), List.of(ben.id().toString(), "ben", "ben@example.org"));
    }

    @Test
    void columnsHoldForProgramsToo() {
        assertThat(roster.run("datasets", "list", "--columns", "workspace.name,NAME", "--output", "csv")
                        .out())
                .isEqualTo("workspace_name,name\r\nlegal,letters\r\n");
        assertThat(roster.run("datasets", "list", "--columns", "name", "--output", "json")
                        .out())
                .contains("\"name\": \"letters\"")
                .doesNotContain("\"id\"");
    }

    @Test
    void unknownColumnNamesThoseThatThereAre() {
        Ran ran = roster.run("users", "list", "--columns", "id,nmae");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("roster: --columns: unknown column `nmae`, expected id, username, email, first_name, ");
    }

    @Test
    void whatAUserMayHasColumnsToo() {
        assertThat(roster.run("what-may", "olga", "--columns", "role,place_kind")
                        .out())
                .startsWith("ROLE");
    }

    @Test
    void serviceAccountsAreSortedByTheStore() {
        roster.run("service-accounts", "create", "zeta");
        roster.run("service-accounts", "create", "alpha");

        Ran ran = roster.run("service-accounts", "list", "--sort", "username", "--columns", "username");

        assertThat(ran.out().lines()).containsExactly("USERNAME", "alpha", "zeta");
    }

    @Test
    void reviewShowsDaysThatAnEightyColumnScreenHolds() {
        roster.terminal().columns(80);

        Ran ran = roster.run("users", "review", "--search", "ben");
        String day = user("ben").createdAt().toString().substring(0, 10);

        assertThat(ran.out().lines().map(ColumnsTest::words))
                .containsExactly(
                        List.of("USER", "ROLE", "STATUS", "CREATED", "DATASETS", "CONTRIBUTIONS", "LAST SEEN"),
                        List.of("ben", "annotator", "active", day, "0", "0", "-"));
        assertThat(roster.run("users", "review", "--output", "json").out()).contains("\"created_at\": \"" + day + "T");
    }
}
