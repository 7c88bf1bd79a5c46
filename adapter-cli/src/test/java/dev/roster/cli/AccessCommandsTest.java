package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import dev.roster.cli.terminal.Finding;
import dev.roster.domain.role.PredefinedRole;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessCommandsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void someoneIsThere() {
        roster.given().owner("olga");
        roster.given().dataset("letters", roster.given().workspace("legal"));
        roster.given().user("ana").email("ana@example.org").in("legal");
        roster.given().user("vera").in("legal", PredefinedRole.VIEWER);
    }

    @Test
    void canSaysYesWithItsReason() {
        Ran ran = roster.run("can", "ana", "dataset:annotate", "legal/letters");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("yes: `ana` may do `dataset:annotate` on dataset `letters`: ");
    }

    @Test
    void canSaysNoWithWhatIsMissing() {
        Ran ran = roster.run("can", "vera", "dataset:annotate", "legal/letters");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("no: `vera` may not do `dataset:annotate` on dataset `letters`: ");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "workspace:update, legal",
        "workspace:update, workspace:legal",
        "workspace:update, LEGAL",
        "dataset:update, legal/letters",
        "dataset:update, dataset:legal/letters",
        "organization:update, organization:default",
        "user:update, user:ana@example.org",
        "role:update, role:viewer",
        "audit:read, instance"
    })
    void ownerMayEverywhereHoweverItIsWritten(String permission, String target) {
        assertThat(roster.run("can", "olga", permission, target).exit()).isZero();
    }

    @Test
    void whatAPermissionIsNotAboutIsDeniedToOwners() {
        Ran ran = roster.run("can", "olga", "organization:update", "legal");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().strip())
                .isEqualTo("no: `olga` may not do `organization:update` on workspace `legal`:"
                        + " it is about organizations, not workspace `legal`; ask about organizations");
    }

    @Test
    void peopleAreNamedByUsernameMailOrId() {
        String id = roster.run("users", "show", "ana", "--output", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];

        assertThat(roster.run("users", "show", "ANA@example.org")).isEqualTo(roster.run("users", "show", id));
        assertThat(roster.run("users", "show", id)).isEqualTo(roster.run("users", "show", "Ana"));
    }

    @Test
    void nameThatLooksLikeAnIdIsNobodys() {
        String odd = "0123456789abcdef0123456789abcdef";

        assertThat(roster.run("users", "create", odd).err()).contains("username");
        assertThat(roster.run("users", "show", odd).exit()).isNotZero();
    }

    @Test
    void whoCanListsThoseWhoMay() {
        Ran ran = roster.run("who-may", "dataset:annotate", "legal/letters", "--output", "csv");

        assertThat(ran.out()).contains(",olga,", ",ana,").doesNotContain("vera");
    }

    @Test
    void whatCanTellsEachRoleAndWhatItGives() {
        Ran ran = roster.run("what-may", "ana");

        assertThat(ran.out()).contains("workspace `legal`", "  and on datasets that are open or assigned:");
    }

    @Test
    void deletingAsksAndTakesNoForAnAnswer() {
        roster.terminal().answer("n");

        Ran ran = roster.run("users", "delete", "ana");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(roster.terminal().questions()).containsExactly("Really delete user `ana`? [y/N] ");
        assertThat(roster.run("users", "show", "ana").exit()).isZero();
    }

    @Test
    void deletingGoesOnAfterYes() {
        roster.terminal().answer("yes");

        assertThat(roster.run("users", "delete", "ana").err()).isEqualTo("deleted user `ana`" + System.lineSeparator());
    }

    @Test
    void deletingWithoutATerminalTakesAnOption() {
        Ran refused = roster.run("users", "delete", "ana");
        Ran agreed = roster.run("users", "delete", "ana", "--yes");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("roster: there is no terminal to ask on, add --yes to really delete user `ana`");
        assertThat(agreed.exit()).isZero();
    }

    @Test
    void sessionsAreEndedOneByOneOrAll() {
        var session = roster.given().user("zoe").session("one");
        roster.run("users", "show", "zoe");

        Ran listed = roster.run("sessions", "list", "zoe", "--output", "csv");
        Ran ended = roster.run("sessions", "end", session.id().toString());
        Ran all = roster.run("sessions", "end-all", "zoe");

        assertThat(listed.out()).contains(session.id().toString());
        assertThat(ended.exit()).isZero();
        assertThat(all.err()).startsWith("ended 0 sessions of `zoe`");
    }

    @Test
    void auditNamesTheOperator() {
        roster.run("workspaces", "create", "medical");

        Ran ran = roster.run("audit", "--subject", "workspace:medical", "--since", "1h", "--output", "json");

        assertThat(ran.out()).contains("\"operator tester\"", "\"workspace.create\"", "\"before\": null");
    }

    @Test
    void permissionsPrintTheWholeTable() {
        assertThat(roster.run("permissions").out().lines())
                .hasSize(38)
                .anyMatch(line ->
                        line.matches("dataset:annotate +everywhere +within +within +within +within +– +assigned"))
                .anyMatch(line -> line.matches("workspace:delete +everywhere +organizations( +–){5}"));
    }

    @Test
    void doctorEndsWithOneWhenSomethingIsBroken() {
        roster.installation().finds(Finding.ok("clock", "right"));
        Ran well = roster.run("doctor");
        roster.installation().finds(Finding.broken("disk", "full", "make room"));
        Ran ill = roster.run("doctor");

        assertThat(well.exit()).isZero();
        assertThat(ill.exit()).isEqualTo(1);
        assertThat(ill.out()).isEqualTo("ok       clock: right%nbroken   disk: full%n         make room%n".formatted());
    }

    @Test
    void backupIntoADirectoryIsNamedAndPruned(@TempDir Path directory) {
        Ran ran = roster.run("backup", directory.toString(), "--keep", "14");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("wrote `" + directory.resolve("roster-new.db") + "`")
                .contains("deleted `" + directory.resolve("kept-14") + "`");
    }

    @Test
    void keepWithoutADirectoryIsRefused(@TempDir Path directory) {
        assertThat(roster.run("backup", "copy.db", "--keep", "3"))
                .returns(2, Ran::exit)
                .satisfies(ran -> assertThat(ran.err()).contains("--keep needs a directory", "`copy.db` is none"));
        assertThat(roster.run("backup", directory.toString(), "--keep", "0"))
                .returns(2, Ran::exit)
                .satisfies(ran -> assertThat(ran.err()).contains("expected 1 or more"));
        assertThat(roster.installation().backups()).isEmpty();
    }

    @Test
    void backupIsVerifiedWithoutWritingOne() {
        Ran ran = roster.run("backup", "--verify", "copy.db");

        assertThat(ran.err()).contains("`copy.db` is complete: schema version 40", "secret key 3f9a12cd");
        assertThat(roster.installation().backups()).isEmpty();
    }

    @Test
    void restoreSaysWhereTheOldStoreIs() {
        Ran ran = roster.run("restore", "copy.db");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("restored `copy.db` to /data/roster.db")
                .contains("the old store is `/data/roster.db.before` now");
    }

    @Test
    void backupGoesToTheInstallation() {
        assertThat(roster.run("backup", "copy.db").err()).startsWith("wrote `copy.db`");
        assertThat(roster.installation().backups()).containsExactly(Path.of("copy.db"));
    }

    @Test
    void startHandsOnWhatWasGiven() {
        roster.terminal().type("correct horse\n");

        Ran ran = roster.run("start", "--username", "ada", "--password-stdin", "--workspace", "legal", "--port", "80");

        assertThat(ran.exit()).isZero();
        assertThat(roster.options().asMap()).containsEntry("port", "80");
        assertThat(roster.installation().started()).singleElement().satisfies(request -> {
            assertThat(request.account().username()).hasToString("ada");
            assertThat(request.account().workspace()).hasToString("legal");
            assertThat(request.toString()).doesNotContain("correct horse");
        });
    }

    @Test
    void aWorkspaceIsNamedAfterItsTitle() {
        Ran created = roster.run("workspaces", "create", "--title", "Prod EU", "--output", "json");
        Ran taken = roster.run("workspaces", "create", "prod", "--title", "PROD EU");
        Ran neither = roster.run("workspaces", "create");

        assertThat(created.err()).contains("created workspace `prod-eu`");
        assertThat(created.out()).contains("\"name\": \"prod-eu\"", "\"title\": \"Prod EU\"");
        assertThat(taken.err()).contains("title `PROD EU`");
        assertThat(neither.err()).contains("the name is missing, and there is no title to derive it from");
        assertThat(roster.run("workspaces", "list", "--title", "d e").out()).contains("Prod EU");
        assertThat(roster.run("workspaces", "list", "--title", "d-e").out()).doesNotContain("prod-eu");
    }

    @Test
    void aWorkspaceIsDescribed() {
        Ran created =
                roster.run("workspaces", "create", "medical", "--description", "Scans and notes", "--output", "json");
        Ran described = roster.run("workspaces", "describe", "medical", "Scans");
        Ran cleared = roster.run("workspaces", "describe", "medical", "--output", "json");

        assertThat(created.out()).contains("\"description\": \"Scans and notes\"");
        assertThat(described.err()).contains("changed the description of workspace `medical`");
        assertThat(cleared.out()).contains("\"description\": \"\"");
    }

    @Test
    void workspacesAreUpdatedAsEverythingElseIs() {
        Ran all = roster.run(
                "workspaces",
                "update",
                "legal",
                "--name",
                "law",
                "--title",
                "The Law",
                "--description",
                "Contracts",
                "--output",
                "json");
        Ran cleared =
                roster.run("workspaces", "update", "law", "--clear-title", "--clear-description", "--output", "json");

        assertThat(all.err()).isEqualTo("updated workspace `law`%n".formatted());
        assertThat(all.out()).contains("\"name\": \"law\"", "\"title\": \"The Law\"", "\"description\": \"Contracts\"");
        assertThat(cleared.out()).contains("\"title\": null", "\"description\": \"\"");
        assertThat(roster.run("workspaces", "update", "law", "--title", "x", "--clear-title")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void formerWordsDoTheSame() {
        assertThat(roster.run("workspaces", "rename", "legal", "law").out()).contains("law");
        assertThat(roster.run("workspaces", "retitle", "law", "The Law").out()).contains("The Law");
        assertThat(roster.run("workspaces", "--help").out()).contains("update").doesNotContain("rename", "retitle");
        assertThat(roster.run("who-can", "dataset:read", "law"))
                .isEqualTo(roster.run("who-may", "dataset:read", "law"));
        assertThat(roster.run("what-can", "ana")).isEqualTo(roster.run("what-may", "ana"));
    }

    @Test
    void whatWouldGoWithAPlaceIsCountedFirst() {
        roster.given().user("mia").in(roster.given().workspace("medical"));
        roster.run("organizations", "create", "acme");

        Ran dry = roster.run("workspaces", "delete", "medical", "--dry-run");
        Ran dryAbove = roster.run("organizations", "delete", "acme", "--dry-run");
        roster.terminal().answer("n");
        Ran asked = roster.run("workspaces", "delete", "legal", "--contents");
        Ran both = roster.run("workspaces", "delete", "legal", "--dry-run", "--yes");

        assertThat(dry.err())
                .isEqualTo("would delete workspace `medical` with 1 membership, 0 grants and 0 datasets;"
                        + " nothing was changed%n".formatted());
        assertThat(dryAbove.err())
                .contains("would delete organization `acme` with 0 memberships", "nothing was changed");
        assertThat(roster.terminal().questions())
                .last()
                .asString()
                .startsWith("Really delete workspace `legal` with ")
                .contains("1 dataset?");
        assertThat(asked.exit()).isEqualTo(3);
        assertThat(both.exit()).isEqualTo(2);
        assertThat(roster.run("workspaces", "show", "medical").exit()).isZero();
        assertThat(roster.run("organizations", "show", "acme").exit()).isZero();
    }
}
