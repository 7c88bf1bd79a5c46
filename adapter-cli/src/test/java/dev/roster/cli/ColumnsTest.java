package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

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
                .isEqualTo("workspace_name,name\nlegal,letters\n");
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

    @ParameterizedTest
    @CsvSource({
        "audit --per-day, 'day,events', DAY",
        "sessions list olga, 'agent,id', ''",
        "permissions, 'permission,owner', PERMISSION",
        "permissions list, registered, REGISTERED",
        "settings, 'value,name', VALUE"
    })
    void listsWithoutPagesTakeColumns(String command, String columns, String first) {
        Ran ran = roster.run((command + " --columns " + columns).split(" "));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith(first);
    }

    @Test
    void completionOffersTheColumnsOfEveryList() {
        assertThat(lists(roster.commands()).toList())
                .hasSizeGreaterThan(20)
                .allSatisfy(list -> assertThat(completed(wordsOf(list), "--columns="))
                        .as(list.qualifiedName())
                        .hasSizeGreaterThan(1));
    }

    private static Stream<CommandSpec> lists(CommandSpec command) {
        return Stream.concat(
                Stream.of(command).filter(each -> each.findOption("--columns") != null),
                command.subcommands().values().stream().distinct().flatMap(below -> lists(below.getCommandSpec())));
    }

    private static String wordsOf(CommandSpec command) {
        return command.qualifiedName().replaceFirst("roster ", "");
    }

    private List<String> completed(String command, String word) {
        List<String> words = new ArrayList<>(List.of("complete", "--"));
        words.addAll(List.of(command.split(" ")));
        words.add(word);
        return roster.run(words.toArray(String[]::new)).out().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "datasets contributions --user ben",
                "datasets assignees legal/letters",
                "datasets list",
                "grants list",
                "invitations list",
                "keys list",
                "members list legal",
                "members permissions legal",
                "organizations list",
                "organizations members list default",
                "organizations members permissions default",
                "people list",
                "permissions",
                "permissions list",
                "roles list",
                "service-accounts list",
                "sessions list ben",
                "settings",
                "users list",
                "users review",
                "users workspaces ben",
                "what-may ben",
                "who-may dataset:read legal/letters",
                "workspaces list"
            })
    void completionOffersWhatTheListTakes(String line) {
        String message = roster.run((line + " --columns ?").split(" ")).err();
        CommandSpec command = roster.line().parseArgs(line.split(" ")).asCommandLineList().stream()
                .reduce((group, below) -> below)
                .orElseThrow()
                .getCommandSpec();

        assertThat(message.strip())
                .endsWith("expected "
                        + completed(wordsOf(command), "--columns=").stream()
                                .map(word -> word.replace("--columns=", ""))
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void completionGoesOnAfterAComma() {
        assertThat(completed("users list", "--columns=id,use")).containsExactly("--columns=id,username");
        assertThat(completed("users list", "--columns=username,use")).isEmpty();
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
