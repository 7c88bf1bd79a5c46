package dev.roster.cli.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.role.PredefinedRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RoleCommandsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void someoneIsThere() {
        roster.given().owner("olga");
        roster.given().dataset("letters", roster.given().workspace("legal"));
        roster.given().user("ana").in("legal");
        roster.run("roles", "create", "commenter", "--permission", "dataset:read", "--permission", "feedback:create");
    }

    private String permissionsOf(String role) {
        return roster.run("roles", "show", role, "--output", "json").out();
    }

    @Test
    void registeredPermissionCanBeGiven() {
        Ran unknown = roster.run("roles", "create", "editor", "--permission", "reports:publish");
        Ran registered = roster.run("permissions", "register", "reports:publish", "--description", "Publish a report");
        Ran created = roster.run("roles", "create", "editor", "--permission", "reports:publish");

        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).startsWith("roster: --permission: unknown permission `reports:publish`");
        assertThat(registered.err()).startsWith("registered `reports:publish`");
        assertThat(created.exit()).isZero();
        assertThat(roster.run("permissions", "list").out().lines())
                .anyMatch(line -> line.matches("reports:publish +true +Publish a report"));
    }

    @Test
    void registeringAgainChangesNothing() {
        roster.run("permissions", "register", "reports:publish");

        assertThat(roster.run("permissions", "register", "reports:publish").err())
                .startsWith("`reports:publish` is already registered, nothing was changed");
    }

    @Test
    void addAndRemoveStartFromWhatTheRoleHas() {
        Ran ran =
                roster.run("roles", "update", "commenter", "--add", "dataset:annotate", "--remove", "feedback:create");

        assertThat(ran.exit()).isZero();
        assertThat(permissionsOf("commenter"))
                .contains("dataset:read", "dataset:annotate")
                .doesNotContain("feedback:create");
    }

    @Test
    void permissionsReplaceAll() {
        roster.run("roles", "update", "commenter", "--permission", "dataset:annotate");

        assertThat(permissionsOf("commenter")).contains("dataset:annotate").doesNotContain("dataset:read");
    }

    @Test
    void whatIsNotGivenStays() {
        roster.run("roles", "update", "commenter", "--reaches-workspaces", "true", "--assigned-only", "dataset:read");
        roster.run("roles", "update", "commenter", "--name", "proof-reader", "--description", "Reads proofs");

        assertThat(permissionsOf("proof-reader"))
                .contains("\"reaches_workspaces\": true", "Reads proofs")
                .containsPattern("\"assigned_only\": \\[\\s+\"dataset:read\"");
    }

    @Test
    void assignedOnlyCanBeTakenBack() {
        roster.run("roles", "update", "commenter", "--assigned-only", "dataset:read");
        roster.run("roles", "update", "commenter", "--no-assigned-only");

        assertThat(permissionsOf("commenter")).contains("\"assigned_only\": []");
    }

    @Test
    void dryRunTellsWhoGainsAndLosesAndChangesNothing() {
        roster.run("members", "set-role", "legal", "ana", "--role", "commenter");

        Ran ran = roster.run(
                "roles", "update", "commenter", "--add", "dataset:update", "--remove", "feedback:create", "--dry-run");

        assertThat(ran).isEqualTo(new Ran(0, """
                ana
                  place  workspace `legal`
                  gains  dataset:update
                  loses  feedback:create
                """, ""));
        assertThat(permissionsOf("commenter")).doesNotContain("dataset:update");
    }

    @Test
    void dryRunWithoutEffectSaysSo() {
        Ran ran = roster.run("roles", "update", "commenter", "--add", "dataset:update", "--dry-run");

        assertThat(ran)
                .isEqualTo(new Ran(0, "", "no users who would gain or lose permissions" + System.lineSeparator()));
    }

    @Test
    void listCanBeHalved() {
        assertThat(roster.run("roles", "list", "--custom").out())
                .contains("commenter")
                .doesNotContain("manager");
        assertThat(roster.run("roles", "list", "--predefined").out())
                .contains("manager")
                .doesNotContain("commenter");
    }

    @Test
    void deletingARoleInUseTakesAnother() {
        roster.run("members", "set-role", "legal", "ana", "--role", "commenter");

        Ran refused = roster.run("roles", "delete", "commenter", "--yes");
        Ran deleted = roster.run("roles", "delete", "commenter", "--reassign", "viewer", "--yes");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("is in use: 1 workspace membership");
        assertThat(deleted.exit()).isZero();
        assertThat(roster.run("members", "list", "legal").out()).contains("viewer");
    }

    @Test
    void deletingARoleAsksFirst() {
        roster.terminal().answer("n");

        Ran ran = roster.run("roles", "delete", "commenter");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(roster.terminal().questions()).containsExactly("Really delete role `commenter`? [y/N] ");
        assertThat(roster.run("roles", "show", "commenter").exit()).isZero();
    }

    @Test
    void grantIsNamedByItsPlaceAndUser() {
        roster.run("grants", "create", "legal/letters", "ana", "--role", "admin");
        roster.run("grants", "create", "legal", "ana", "--role", "viewer");

        Ran updated = roster.run("grants", "update", "legal", "ana", "--role", "commenter");
        Ran deleted = roster.run("grants", "delete", "legal/letters", "ana");

        assertThat(updated.err()).startsWith("`ana` is `commenter` on workspace `legal`");
        assertThat(deleted.err()).startsWith("`ana` is no longer `admin` on dataset `letters`");
        assertThat(roster.run("grants", "list", "--user", "ana", "--output", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(",commenter,"));
    }

    @Test
    void missingGrantIsNamed() {
        Ran ran = roster.run("grants", "delete", "legal", "ana");

        assertThat(ran)
                .isEqualTo(new Ran(3, "", "roster: `ana` has no grant on workspace `legal`" + System.lineSeparator()));
    }

    @Test
    void grantIsOnAWorkspaceOrADataset() {
        Ran ran = roster.run("grants", "create", "user:olga", "ana", "--role", "viewer");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("roster: PLACE: a grant is on a workspace or a dataset, not on user");
    }

    @Test
    void restrictedDatasetIsOutOfReachUntilItIsNotAnyMore() {
        roster.given().user("vera").in("legal", PredefinedRole.VIEWER);

        roster.run("datasets", "restrict", "legal/letters");
        Ran restricted = roster.run("can", "vera", "dataset:read", "legal/letters");
        roster.run("datasets", "unrestrict", "legal/letters");
        Ran open = roster.run("can", "vera", "dataset:read", "legal/letters");

        assertThat(restricted.exit()).isEqualTo(1);
        assertThat(open.exit()).isZero();
    }

    @Test
    void organizationTellsWhatGoesWithIt() {
        roster.run("organizations", "create", "Example Ltd", "--description", "An example");
        roster.run("workspaces", "create", "medical", "--organization", "Example Ltd");
        roster.run("datasets", "register", "medical/scans");
        roster.run("organizations", "members", "add", "Example Ltd", "ana", "--role", "manager");
        roster.terminal().answer("y");

        Ran ran = roster.run("organizations", "delete", "example ltd");

        assertThat(roster.terminal().questions())
                .containsExactly(
                        "Really delete organization `Example Ltd` with 1 membership, 1 workspace and 1 dataset? [y/N] ");
        assertThat(ran.err())
                .startsWith("deleted organization `Example Ltd` with 1 membership, 1 workspace and 1 dataset");
        assertThat(roster.run("organizations", "show", "Example Ltd").exit()).isEqualTo(3);
    }

    @Test
    void organizationMembersHaveTheirOwnRoles() {
        roster.run("organizations", "create", "research");
        roster.run("organizations", "members", "add", "research", "ana", "--role", "manager");
        Ran cleared = roster.run("organizations", "members", "set-role", "research", "ana", "--no-role");

        assertThat(cleared.exit()).isZero();
        assertThat(roster.run("organizations", "members", "list", "research").out())
                .contains("ana")
                .doesNotContain("manager");

        Ran removed = roster.run("organizations", "members", "remove", "research", "ana");

        assertThat(removed.err()).startsWith("`ana` is no longer a member of organization `research`");
        assertThat(roster.run("organizations", "members", "list", "research").err())
                .startsWith("no members");
    }
}
