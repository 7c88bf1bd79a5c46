package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputTest {
    private final Roster roster = new Roster();

    @Test
    void tableIsAligned() {
        roster.given().owner("ada").email("ada@example.org");
        roster.given().user("bo");

        Ran ran = roster.run("users", "list");

        assertThat(ran).isEqualTo(new Ran(0, """
                USERNAME  EMAIL            FIRST NAME  LAST NAME  ROLE       STATUS
                ada       ada@example.org  ada         -          owner      active
                bo        -                bo          -          annotator  active
                """, ""));
    }

    @Test
    void tableIsCutToTheScreen() {
        roster.given().user("a-rather-long-username-for-a-table").email("somebody@long.example.org");
        roster.terminal().columns(60);

        Ran ran = roster.run("users", "list");

        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 60).anyMatch(line -> line.contains("…"));
    }

    @Test
    void tableForAFileIsNotCut() {
        String longest = "u".repeat(200);
        roster.given().user(longest);

        assertThat(roster.run("users", "list").out()).contains(longest);
    }

    @Test
    void wideLettersTakeTwoColumns() {
        roster.given().user("山田");
        roster.given().user("bob");

        String table = roster.run("users", "list").out();

        assertThat(table.lines().skip(1))
                .containsExactly(
                        "山田      -      山田        -          annotator  active",
                        "bob       -      bob         -          annotator  active");
    }

    @Test
    void emptyListIsSaidBesideTheData() {
        Ran table = roster.run("users", "list");
        Ran json = roster.run("users", "list", "--output", "json", "--quiet");

        assertThat(table).isEqualTo(new Ran(0, "", "no users" + System.lineSeparator()));
        assertThat(json).isEqualTo(new Ran(0, "[]" + System.lineSeparator(), ""));
    }

    @Test
    void jsonHasTheFieldsOfTheApi() {
        var id = roster.given().owner("ada").id();

        Ran ran = roster.run("users", "show", "ada", "--output", "json");

        assertThat(ran).isEqualTo(new Ran(0, """
                {
                  "id": "%s",
                  "username": "ada",
                  "email": null,
                  "first_name": "ada",
                  "last_name": null,
                  "display_name": null,
                  "phone": null,
                  "pronouns": null,
                  "role": "owner",
                  "status": "active",
                  "kind": "person",
                  "developer": true,
                  "maker_id": null,
                  "stay": {
                    "workspace_id": null,
                    "until": null
                  },
                  "last_activity_at": null,
                  "created_at": "2026-03-01T08:30:00.654321Z",
                  "updated_at": "2026-03-01T08:30:00.654321Z"
                }
                """.formatted(id), ""));
    }

    @Test
    void csvQuotesAndDefusesWhatPeopleWrote() {
        roster.given().user("=1+1");
        roster.given().user("a,\"b\"");

        String csv = roster.run("users", "list", "--output", "csv").out();

        assertThat(csv.split("\n")).hasSize(3).satisfies(lines -> {
            assertThat(lines[0]).startsWith("id,username,email,first_name");
            assertThat(lines[1]).contains(",'=1+1,");
            assertThat(lines[2]).contains(",\"a,\"\"b\"\"\",");
        });
    }

    /** As {@code while IFS=, read -r username role} has it. */
    @Test
    void aShellReadsLinesOfCsvWithoutARest() {
        roster.given().user("ada");

        assertThat(roster.run("users", "list", "--output", "csv", "--columns", "username,role")
                        .out())
                .isEqualTo("username,role\nada,annotator\n");
    }

    @Test
    void previewsBreakLongListsBetweenWords() {
        roster.given().owner("olga");
        roster.given().user("ada").in(roster.given().workspace("legal"));
        roster.terminal().columns(40);

        String out = roster.run("users", "update", "ada", "--role", "admin", "--dry-run")
                .out();

        assertThat(out).contains("""
                workspace `legal`
                  gains  member:read, member:remove,
                         dataset:create, dataset:update,
                """).doesNotContain("loses", "…");
    }

    @Test
    void formulasAreLeftAloneInJson() {
        roster.given().user("=1+1");

        assertThat(roster.run("users", "list", "--output", "json").out()).contains("\"=1+1\"");
    }

    @Test
    void limitSaysThatMoreFollows() {
        roster.given().user("ada");
        roster.given().user("bob");

        Ran ran = roster.run("users", "list", "--limit", "1");

        assertThat(ran.out()).contains("ada").doesNotContain("bob");
        assertThat(ran.err()).startsWith("more users follow, use --all or a higher --limit");
    }

    @Test
    void allGoesOnPastEveryPage() {
        for (int number = 0; number < 1_001; number++) {
            roster.given().user("user" + number);
        }

        Ran ran = roster.run("users", "list", "--all", "--output", "csv");

        assertThat(ran.out().lines()).hasSize(1_002);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void reasonsAndMessagesBreakBetweenWordsAlone() {
        roster.given().user("ada-with-a-rather-long-name");
        List<String[]> commands = List.of(
                new String[] {"can", "ada-with-a-rather-long-name", "organization:create"},
                new String[] {"can", "ada-with-a-rather-long-name", "user:create", "--verbose"},
                new String[] {"users", "create", "--password-prompt", "a".repeat(201)},
                new String[] {"users", "create", "ada", "--password-prompt"});

        for (String[] command : commands) {
            Ran whole = roster.run(command);
            roster.terminal().columns(80);
            Ran narrow = roster.run(command);
            roster.terminal().columns(Integer.MAX_VALUE);

            assertThat(narrow.out() + narrow.err()).contains("\n").satisfies(text -> {
                assertThat(text.lines()).allMatch(line -> line.length() <= 80);
                assertThat(text.split("\\s+")).containsExactly((whole.out() + whole.err()).split("\\s+"));
            });
        }
    }

    @Test
    void quietKeepsDataAndErrors() {
        roster.given().owner("ada");

        assertThat(roster.run("workspaces", "create", "legal", "-q").err()).isEmpty();
        assertThat(roster.run("workspaces", "create", "legal", "-q").err()).startsWith("roster: ");
    }
}
