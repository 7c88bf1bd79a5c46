package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void people() {
        roster.given().owner("olga");
        roster.given().dataset("letters", roster.given().workspace("legal"));
        roster.given().user("ana");
        roster.given().user("andy");
        roster.given().user("ben");
    }

    /** What is typed behind {@code roster}, an underscore for a blank word. */
    private List<String> completed(String typed) {
        String[] words = Arrays.stream(typed.split(" "))
                .map(word -> word.equals("_") ? "" : word)
                .toArray(String[]::new);
        Ran ran = roster.run(
                Stream.concat(Stream.of("complete", "--"), Stream.of(words)).toArray(String[]::new));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        return ran.out().lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "wor                                     | workspaces",
                "who                                     | who-may",
                "workspaces up                           | update",
                "workspaces rena                         | nothing",
                "help workspaces sh                      | show",
                "users list --unse                       | --unseen-since",
                "users list --sort d                     | dormant",
                "users list --status de                  | deactivated, deleted",
                "users list --output j                   | json",
                "invitations create e@b.org --mode t     | temporary-password",
                "invitations create e@b.org --mode=t     | --mode=temporary-password",
                "users update ana --developer _          | true, false",
                "users show an                           | ana, andy",
                "users show 'an                          | ana, andy",
                "users show ana an                       | nothing",
                "--data-dir d users show b               | ben",
                "users list --role ann                   | annotator",
                "can ana dataset:ann                     | dataset:annotate",
                "can ana dataset:annotate le             | legal",
                "can ana dataset:annotate legal/         | legal/letters",
                "can ana user:update user:a              | user:ana, user:andy",
                "can ana user:update wo                  | workspace:",
                "datasets show LEGAL/LET                 | legal/letters",
                "datasets register le                    | legal/",
                "members add legal b                     | ben",
                "invitations create e@b.org --workspace legal:vie | legal:viewer",
                "organizations show def                  | default",
                "backup _                                | :files",
                "users create eve --password-file _      | :files",
                "import arg                              | argilla",
                "completion z                            | zsh",
                "comple                                  | completion"
            })
    void whatIsAcceptedIsOffered(String typed, String offered) {
        assertThat(completed(typed)).isEqualTo(offered == null ? List.of() : List.of(offered.split(", ")));
    }

    /** Each value that is offered for an option or parameter with a few choices must be one that the parser takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "users list --status", "users list --sort", "users list --kind", "people list --status",
                "keys list --status", "keys list --form", "audit --door", "users list --output",
                "datasets register legal/new --access", "grants list --kind"
            })
    void whatIsOfferedIsAccepted(String line) {
        List<String> offered = completed(line + " _");

        assertThat(offered).isNotEmpty();
        for (String word : offered) {
            assertThat(roster.run((line + " " + word).split(" ")).err()).doesNotContain("invalid");
        }
    }

    @Test
    void thereAreAtMostAHundredAnswers() {
        for (int number = 0; number < 150; number++) {
            roster.given().user("person" + number);
        }

        assertThat(completed("users show person")).hasSize(100);
    }

    @Test
    void troubleIsSilent() {
        roster.fakes().loseStore();

        assertThat(completed("users show a")).isEmpty();
        assertThat(completed("users sho")).containsExactly("show");
    }

    @Test
    void theStoreIsTheOneThatIsNamed() {
        completed("--data-dir elsewhere users show a");

        assertThat(roster.options().asMap()).containsEntry("data-dir", "elsewhere");
    }

    @Test
    void eachShellHasItsScript() {
        assertThat(roster.run("completion").out()).contains("complete -F _roster roster");
        assertThat(roster.run("completion", "bash")).isEqualTo(roster.run("completion"));
        assertThat(roster.run("completion", "zsh").out()).startsWith("#compdef roster");
        assertThat(roster.run("completion", "fish").out()).contains("complete -c roster");
        assertThat(roster.run("completion", "tcsh").err()).contains("invalid shell `tcsh`, expected bash, zsh or fish");
        assertThat(roster.run("--help").out()).contains("completion").doesNotContainPattern("(?m)^  complete ");
    }
}
