package dev.roster.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.role.PredefinedRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists that are sorted and narrowed, and what commands show before anything is changed. */
class BeforehandCommandsTest {
    private final Roster roster = new Roster();

    private List<String> usernames(String... arguments) {
        return roster.run(arguments)
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();
    }

    @Test
    void listsAreSortedAndNarrowed() {
        roster.given().user("bob");
        roster.given().user("Ana").email("zoe@example.org");
        roster.given().user("cid");
        roster.ports()
                .users()
                .stampActivity(Map.of(
                        roster.given().user("seen").id(),
                        roster.clock().instant().plus(Duration.ofDays(99))));

        assertThat(usernames("people", "list", "--sort", "username", "--output", "csv"))
                .containsExactly("Ana", "bob", "cid", "seen");
        assertThat(usernames("people", "list", "--sort", "active", "--output", "csv"))
                .startsWith("seen");
        assertThat(usernames("people", "list", "--search", "ZOE", "--output", "csv"))
                .containsExactly("Ana");
        assertThat(roster.run("people", "count", "--search", "zoe").out()).isEqualToIgnoringNewLines("1");
        roster.clock().advance(Duration.ofDays(91));
        assertThat(usernames("people", "list", "--unseen-since", "90d", "--sort", "newest", "--output", "csv"))
                .containsExactly("cid", "Ana", "bob");
        assertThat(roster.run("users", "count", "--unseen-since", "90d").out()).isEqualToIgnoringNewLines("3");
        assertThat(roster.run("users", "list", "--sort", "shoe-size").exit()).isEqualTo(2);
        assertThat(roster.run("people", "list", "--workspace", "a", "--organization", "b")
                        .exit())
                .isNotZero();
    }

    @Test
    void rolesAreTriedBeforeTheyAreGiven() {
        roster.given().owner("olga");
        roster.given().user("ana").role(PredefinedRole.VIEWER).in("legal");

        Ran account = roster.run("users", "update", "ana", "--role", "manager", "--dry-run");
        Ran member = roster.run("members", "set-role", "legal", "ana", "--role", "admin", "--dry-run");

        assertThat(account.exit()).isZero();
        assertThat(account.out()).contains("workspace `legal`", "member:add");
        assertThat(member.out()).contains("workspace `legal`");
        assertThat(roster.run("users", "show", "ana").out()).contains("viewer");
        assertThat(roster.run("users", "update", "ana", "--dry-run").exit()).isEqualTo(2);
        assertThat(roster.run("users", "update", "ana", "--role", "admin", "--username", "anna", "--dry-run")
                        .exit())
                .isEqualTo(2);
        assertThat(roster.run("users", "update", "olga", "--role", "admin", "--dry-run")
                        .err())
                .contains("last active owner");
    }

    @Test
    void matrixHasARowForEachMember() {
        roster.given().user("ana").in("legal", PredefinedRole.MANAGER);

        assertThat(roster.run("members", "permissions", "legal", "--output", "csv")
                        .out())
                .contains("ana", "member:add");
    }

    @Test
    void whatEndsIsShownBeforeADeletion() {
        roster.given().user("ana").in("legal").apiKey("a key");

        Ran shown = roster.run("users", "delete", "ana", "--dry-run", "--output", "json");

        assertThat(shown.out()).contains("\"keys\": 1", "workspace `legal`");
        assertThat(roster.run("users", "show", "ana").out()).contains("active");
        assertThat(roster.run("users", "delete", "ana", "bob", "--dry-run").exit())
                .isEqualTo(2);
    }

    @Test
    void attentionAndDaysAreCounted() {
        roster.given().user("ana");

        assertThat(roster.run("attention", "--output", "json").out())
                .contains("\"pending_invitations\": 0", "\"sealed\"");
        assertThat(roster.run("audit", "--per-day", "--since", "7d", "--output", "csv")
                        .out()
                        .lines())
                .hasSize(9);
        assertThat(roster.run("audit", "--per-day", "--since", "400d").exit()).isNotZero();
    }

    @Test
    void logInLinkStandsAloneOnItsLine() {
        roster.given().user("ana");

        Ran ran = roster.run("users", "log-in-link", "ana");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().strip().lines().reduce((first, last) -> last))
                .hasValueSatisfying(link -> assertThat(link).startsWith("https://roster.example/log-in-link#rll_"));
    }
}
