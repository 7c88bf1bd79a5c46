package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTest {
    private final Roster roster = new Roster();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users create eve --email nope   | --email: invalid e-mail address `nope`",
                "users list --status gone        | --status: invalid status `gone`",
                "people list --status gone       | --status: invalid status `gone`, expected active, invited, expired",
                "users list --limit 0            | --limit: invalid number `0`, expected 1 or more",
                "users list --limit many         | --limit: invalid number `many`, expected 1 or more",
                "users list --output xml         | --output: invalid format `xml`, expected table, json or csv",
                "users list --serch x            | unknown option `--serch`",
                "users shw ada                   | unknown command `shw`",
                "users show ada bob              | one argument too many, `bob`",
                "users show                      | missing required parameter: 'USER'",
                "workspaces create a/b           | NAME: invalid workspace name `a/b`",
                "datasets register contracts     | WORKSPACE/DATASET: invalid dataset `contracts`",
                "can ada dataset:raed            | PERMISSION: unknown permission `dataset:raed`",
                "sessions end 17                 | invalid SESSION `17`, expected a UUID",
                "keys refresh 17                 | invalid KEY `17`, expected a UUID",
                "users create --usernme x        | unknown option `--usernme`",
                "roles create x --permision a:b  | unknown option `--permision`",
                "user --usernme x                | unknown option `--usernme`",
                "users update ana                | nothing to change, add an option",
                "workspaces update legal -q      | nothing to change, add an option",
                "audit --actor ana verify        | --actor in front of verify has no effect",
                "audit --limit 5 --all           | --limit and --all exclude each other",
                "audit --per-day --limit 5       | --limit does not go with --per-day",
                "audit --per-day --columns foo   | --columns: unknown column `foo`, expected day, events",
                "guests create legal --count 1 --map a=b | --map goes with --file",
                "invitations create e@b.org --encoding utf-8 | --encoding goes with --file",
                "start --demo --username ada     | --demo brings its own people; leave out --username",
                "audit --since yesterday         | --since: invalid time `yesterday`",
                "audit --since 2026-02-30        | --since: invalid time `2026-02-30`",
                "keys list --status gone         | --status: invalid status `gone`",
                "keys create ada x --expires soon | --expires: invalid time `soon`",
                "keys refresh 0199c2f0-7a1b-7c3d-8e4f-5a6b7c8d9e0f --grace 1y | --grace: invalid length of time `1y`",
                "users list --kind robot         | --kind: invalid kind `robot`, expected person or service",
                "invitations create eve          | EMAIL: invalid e-mail address `eve`",
                "invitations create e@b.org --mode fax | --mode: invalid mode `fax`",
                "permissions register user:fly   | PERMISSION: unknown permission `user:fly`",
                "roles create x                  | missing required option: '--permission=PERMISSION'",
                "roles update x --permission a:b --add a:c | --permission=PERMISSION and ",
                "grants list --workspace a --dataset b | --workspace=WORKSPACE, --dataset=DATASET are mutually exclusive",
                "user                            | missing required option: '--username=USER'",
                "audit --door window             | --door: invalid door `window`",
                "users update a --email a@b.org --clear-email | --email=ADDRESS, --clear-email are mutually exclusive",
                "users create a --password-stdin --user-token-stdin | only one secret can come from standard input"
            })
    void whatIsMalformedIsNamed(String line, String message) {
        Ran ran = roster.run(line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("roster: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | workspaces update legal --title=           | --title must not be empty",
                "2 | guests create legal --count x              | --count: invalid number `x`, expected a whole number",
                "2 | guests create legal --count 1001           | --count: 1,001 guests, expected 1 to 1,000",
                "2 | guests create legal --count 1 --until 400d | --until: `400d` is more than 366 days away",
                "2 | keys create john x --expires 2020-01-01    | --expires is in the past",
                "2 | invite-link reset default --uses 0         | invalid --uses 0, expected 1 to 1,000,000",
                "2 | invite-link reset default --domain a@b     | --domain: invalid e-mail domain `a@b`",
                "2 | audit --per-day --since 2020-01-01         | --since: invalid time",
                "3 | workspaces delete legal --yes              | workspace `legal` still has datasets",
                "3 | members remove legal john                  | no member `john`",
                "3 | users update john --role juggler           | --role: unknown role `juggler`",
                "3 | datasets assign legal/letters john         | `john` is not a member of workspace `legal`"
            })
    void refusalsNameTheOptionAndWhatWasTyped(int exit, String line, String message) {
        roster.given().owner("olga");
        roster.given().dataset("letters", roster.given().workspace("legal"));
        roster.given().user("john");

        Ran ran = roster.run(line.split(" "));

        assertThat(ran.err()).startsWith("roster: " + message);
        assertThat(ran.exit()).isEqualTo(exit);
    }

    /** Where another option than the one of that name gave the value. */
    @Test
    void anOptionThatDidNotGiveTheValueIsNotNamed() {
        roster.given().owner("olga");
        roster.given().workspace("legal");

        Ran ran = roster.run("invitations", "create", "e@b.org", "--role", "viewer", "--workspace", "legal:juggler");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: unknown role `juggler`");
    }

    @Test
    void storeThatDoesNotWorkIsToldInOneLine() {
        roster.given();
        roster.fakes().lockStore();

        Ran locked = roster.run("users", "create", "ana");
        Ran read = roster.run("users", "list");
        roster.fakes().loseStore();
        Ran lost = roster.run("users", "list");

        assertThat(locked).isEqualTo(new Ran(3, "", "roster: another process has locked the store; try again\n"));
        assertThat(read.exit()).isZero();
        assertThat(lost).isEqualTo(new Ran(3, "", "roster: the store cannot be reached\n"));
    }

    @Test
    void slipsOfTheFingerGetSuggestions() {
        assertThat(roster.run("users", "shw", "ada").err()).contains("Did you mean", "show");
        assertThat(roster.run("users", "list", "--serch", "x").err()).contains("--search");
        assertThat(roster.run("users", "list", "-o", "json").err()).contains("unknown option `-o`", "Try: ");
    }

    @ParameterizedTest
    @CsvSource({
        "user create ada, users create",
        "user create, users create",
        "user ls, users list",
        "users ls, users list",
        "users get ada, users show",
        "users add ada, users create",
        "users rm ada, users delete",
        "users new ada, users create",
        "users edit ada, users update",
        "users disable ada, users deactivate",
        "workspace ls, workspaces list",
        "workspace lsit, workspaces list",
        "workspace add legal, workspaces create",
        "dataset create legal/x, datasets register",
        "member rm legal ana, members remove",
        "key ls, keys list",
        "service-account create x, service-accounts create",
        "organisation list, organizations list",
        "role get viewer, roles show",
        "serve, start",
        "who-cna dataset:read, who-may"
    })
    void otherWordsForACommandGetTheRightOne(String line, String meant) {
        Ran ran = roster.run(line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .endsWith("Did you mean: roster %s?%n".formatted(meant))
                .doesNotContain("--username");
    }

    @Test
    void whatMeansNothingGetsNoCommand() {
        assertThat(roster.run("users", "xylophone").err()).contains("Try: roster users --help");
        assertThat(roster.run("help", "user", "create").err()).contains("did you mean `roster users create`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workspaces show legl              | no workspace `legl`, did you mean `legal`?",
                "workspaces show Legla             | no workspace `Legla`, did you mean `legal`?",
                "users show jhon                   | no user `jhon`, did you mean `john`?",
                "users show john@exmaple.org       | no user `john@exmaple.org`, did you mean `john@example.org`?",
                "organizations show defualt        | no organization `defualt`, did you mean `default`?",
                "datasets show legal/leters        | no dataset `legal/leters`, did you mean `legal/letters`?",
                "datasets show legla/letters       | no workspace `legla`, did you mean `legal`?",
                "roles show veiwer                 | no role `veiwer`, did you mean `viewer`?",
                "users update john --role anotator | or the name or id of a custom role that you may read or give, did you mean `annotator`?",
                "can john reports:publsh legal     | it is not registered, did you mean `reports:publish`?",
                "members add legal jon             | no user `jon`, did you mean `john`?"
            })
    void misspelledNamesGetSuggestions(String line, String message) {
        roster.given().owner("olga");
        roster.given().dataset("letters", roster.given().workspace("legal"));
        roster.given().user("john").email("john@example.org");
        roster.run("permissions", "register", "reports:publish", "--description", "Publish");

        Ran ran = roster.run(line.split(" "));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void misspelledPermissionsGetSuggestions() {
        assertThat(roster.run("can", "ada", "dataset:raed").err()).contains("did you mean `dataset:read`?");
    }

    @Test
    void suggestionsReadLittleHoweverMuchThereIs() {
        roster.given().owner("olga");
        for (int number = 0; number < 400; number++) {
            roster.given().user("person" + number);
        }

        Ran ran = roster.run("users", "show", "persn7");

        assertThat(ran.err()).contains("did you mean `person7`");
    }

    @ParameterizedTest
    @CsvSource({"--data-dir d users list", "users --data-dir d list", "users list --data-dir d"})
    void settingsAreTakenAnywhere(String line) {
        Ran ran = roster.run(line.split(" "));

        assertThat(ran.exit()).isZero();
        assertThat(roster.options().asMap()).containsEntry("data-dir", "d");
        assertThat(roster.options().asMap()).hasSize(1);
    }

    @Test
    void settingsOfOneLineAreForgottenByTheNext() {
        roster.run("users", "list", "--database", "postgres://db.example.org/roster");
        roster.run("users", "list");

        assertThat(roster.options().asMap()).isEmpty();
    }

    @Test
    void refusalsAreOneLineWithoutTrace() {
        Ran ran = roster.run("users", "show", "carl");

        assertThat(ran).isEqualTo(new Ran(3, "", "roster: no user `carl`" + System.lineSeparator()));
    }

    @Test
    void installationTellsWhatIsWrongInOneLine() {
        Ran ran = roster.run("backup", "taken.db");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo("roster: the file `taken.db` exists already, choose another" + System.lineSeparator());
    }

    @Test
    void defectsShowWhereOnlyWhenAsked() {
        roster.installation().breaks();

        Ran brief = roster.run("settings");
        Ran verbose = roster.run("settings", "--verbose");

        assertThat(brief.exit()).isEqualTo(3);
        assertThat(brief.err())
                .isEqualTo("roster: internal error: IllegalStateException: broken; run with --verbose for " + "details"
                        + System.lineSeparator());
        assertThat(verbose.err()).contains("IllegalStateException: broken", "\tat ");
    }

    @Test
    void textOfOthersCannotSteerTheTerminal() {
        Ran ran = roster.run("backup", "\u001B[2Jtaken.db");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).doesNotContain("\u001B");
    }

    @Test
    void argumentsThatStartWithAtAreNotFiles(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("words"), "somebody");

        Ran ran = roster.run("users", "show", "@" + file);

        assertThat(ran.err()).startsWith("roster: no user `@");
    }
}
