package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roster.application.paging.PageRequest;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplyCommandTest {
    private final Roster roster = new Roster();

    @TempDir
    private Path directory;

    private Organization lab;
    private Workspace legal;

    @BeforeEach
    void somePeople() {
        lab = roster.given().organization("lab");
        legal = roster.given().workspace("legal", lab);
        roster.given().role("curator", RosterPermission.DATASET_READ, RosterPermission.DATASET_UPDATE);
        roster.given().user("ada").email("ada@lab.example");
        roster.given().user("bob").in(lab).in(legal);
        roster.given().user("eve").in(lab).in(legal, PredefinedRole.ADMIN.role());
    }

    private static final String[] FILE = {
        "roles:",
        "  curator:",
        "    description: Looks after datasets",
        "    permissions: [dataset:read, dataset:create]",
        "  commenter:",
        "    permissions: [dataset:read]",
        "organizations:",
        "  lab:",
        "    members: {ada: ~, eve: ~}",
        "    workspaces:",
        "      legal:",
        "        members: {ada@lab.example: curator, eve: viewer}",
        "      birds:",
        "        title: All the birds"
    };

    private static final String[] PLAN = {
        "~ role `curator`",
        "    description: Looks after datasets",
        "    permissions: +dataset:create -dataset:update",
        "+ role `commenter`",
        "    permissions: dataset:read",
        "+ member `ada` of organization `lab`: account role",
        "+ member `ada` of workspace `legal`: curator",
        "~ member `eve` of workspace `legal`: admin → viewer",
        "+ workspace `birds` of organization `lab`",
        "    title: All the birds"
    };

    private Ran run(String command, String... more) {
        return run(FILE, command, more);
    }

    private Ran run(String[] lines, String command, String... more) {
        try {
            Path file = Files.write(directory.resolve("access.yaml"), List.of(lines));
            return roster.run(Stream.concat(Stream.of(command, file.toString()), Stream.of(more))
                    .toArray(String[]::new));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> members() {
        return roster.ports().memberships().members(Place.of(legal.id()), PageRequest.first()).items().stream()
                .map(member ->
                        member.user().username() + ":" + member.membership().role())
                .toList();
    }

    @Test
    void planShowsTheDifferenceAndChangesNothing() {
        Ran ran = run("plan");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).startsWith(PLAN);
        assertThat(ran.err().lines()).containsExactly("4 to add, 2 to change, 0 to remove");
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void whatAStepIsRefusedForIsShownAtItsLine() {
        roster.given().owner("olga");
        String[] lines = {"users:", "  zoe: {role: viewer}", "  olga: {role: viewer}"};

        Ran plan = run(lines, "plan");

        assertThat(plan.exit()).isEqualTo(3);
        assertThat(plan.err()).startsWith("line 3: `olga` is the last active owner");
        assertThat(run(lines, "apply", "--yes")).isEqualTo(plan);
    }

    @Test
    void misspelledNamesGetSuggestionsFromTheFileAndTheStore() {
        String[] lines = {
            "roles: {curator: {permissions: [dataset:read]}}",
            "users: {zoe: {role: curatro}}",
            "organizations:",
            "  lab:",
            "    workspaces:",
            "      legal:",
            "        members: {adda: ~, bob: admni}",
            "expect:",
            "  - eev may dataset:annotate legal",
            "  - ada may dataset:read lgeal",
        };

        Ran ran = run(lines, "plan");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "line 2: unknown role `curatro`, declare it under `roles`, did you mean `curator`?",
                        "line 7: no user `adda`, did you mean `ada`?",
                        "line 7: unknown role `admni`, declare it under `roles`, did you mean `admin`?");
        assertThat(run(new String[] {"expect:", lines[8], lines[9]}, "plan").err())
                .contains(
                        "line 2: no user `eev`, did you mean `eve`?",
                        "line 3: no workspace `lgeal`, did you mean `legal`?");
    }

    @Test
    void malformedExpectationDoesNotHideThatAnotherDoesNotHold() {
        Ran ran = run(new String[] {"expect:", "  - ada should read", "  - bob may user:create"}, "plan");

        assertThat(ran.err())
                .contains(
                        "line 2: expected a line such as",
                        "line 3: expected `bob may user:create`, but ",
                        "2 mistakes");
    }

    @Test
    void planEndsWithOneWhenAskedTo() {
        Ran before = run("plan", "--exit-code");
        run("apply", "--yes");
        Ran after = run("plan", "--exit-code");

        assertThat(before.exit()).isEqualTo(1);
        assertThat(after).isEqualTo(new Ran(0, "", "nothing to change" + System.lineSeparator()));
    }

    @Test
    void signsAreColoured() {
        roster.terminal().colourful();

        Ran ran = run("plan", "--prune");

        assertThat(ran.out())
                .contains(
                        "\u001B[32m+\u001B[0m role",
                        "\u001B[33m~\u001B[0m member",
                        "\u001B[31m-\u001B[0m member `bob` of workspace `legal`",
                        "\u001B[31m-\u001B[0m member `bob` of organization `lab`, and of its workspaces");
    }

    @Test
    void applyShowsAsksAndDoes() {
        roster.terminal().answer("y");

        Ran ran = run("apply");

        assertThat(ran.exit()).isZero();
        assertThat(roster.terminal().questions())
                .singleElement()
                .asString()
                .startsWith("Really apply `")
                .endsWith("access.yaml`? [y/N] ");
        assertThat(ran.out().lines()).startsWith(PLAN);
        assertThat(ran.err().lines())
                .containsExactly("4 to add, 2 to change, 0 to remove", "4 added, 2 changed, 0 removed");
        assertThat(members()).containsExactly("bob:null", "eve:viewer", "ada:curator");
    }

    @Test
    void noMeansNo() {
        roster.terminal().answer("n");

        Ran ran = run("apply");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("roster: nothing was changed");
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void withoutATerminalItTakesYes() {
        Ran asked = run("apply");
        Ran dry = run("apply", "--dry-run");

        assertThat(asked.exit()).isEqualTo(3);
        assertThat(asked.err()).contains("there is no terminal to ask on, add --yes");
        assertThat(dry.exit()).isZero();
        assertThat(dry.out().lines()).startsWith(PLAN);
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void twiceIsOnce() {
        run("apply", "--yes", "--prune");

        Ran again = run("apply", "--prune");

        assertThat(again).isEqualTo(new Ran(0, "", "nothing to change" + System.lineSeparator()));
        assertThat(members()).containsExactly("eve:viewer", "ada:curator");
    }

    @Test
    void programsReadWhatWasDone() {
        String[] lines = {"organizations:", "  lab:", "    members: {ada: viewer, eve: ~, bob: ~}"};

        Ran ran = run(lines, "apply", "--yes", "--output", "json");
        Ran rows = run(new String[] {"organizations: {lab: {members: {ada: ~}}}"}, "plan", "--output", "csv");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo("""
                        [
                          {
                            "action": "add",
                            "kind": "organization-member",
                            "name": "ada",
                            "place": "lab",
                            "changes": {
                              "role": {
                                "before": null,
                                "after": "viewer"
                              }
                            }
                          }
                        ]
                        """.replace("\n", System.lineSeparator()));
        assertThat(rows.out().lines()).first().asString().isEqualTo("action,kind,name,place,changes");
        assertThat(rows.out().lines()).hasSize(2);
    }

    @Test
    void standardInputInAnotherEncodingIsRefusedByName() {
        roster.terminal().type("organizations: {l\u00E4b: {}}".getBytes(StandardCharsets.ISO_8859_1));

        for (String command : List.of("plan", "apply")) {
            Ran ran = roster.run(command, "-");

            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).startsWith("roster: standard input is not UTF-8 text, convert it first");
            roster.terminal().type("organizations: {l\u00E4b: {}}".getBytes(StandardCharsets.UTF_16));
        }
    }

    @Test
    void standardInputIsAFileToo() {
        roster.terminal().type("organizations: {lab: {members: {ada: viewer}}}");

        Ran ran = roster.run("apply", "-", "--yes");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).startsWith("+ member `ada` of organization `lab`: viewer");
    }

    @Test
    void allMistakesAreTold() {
        Ran mistaken = run(new String[] {"rolls: {}", "organisations: {}"}, "apply", "--yes", "--quiet");
        Ran faulty = run(
                new String[] {"organizations:", "  lab:", "    members:", "      carl: ~", "      ada: juggler"},
                "plan",
                "--quiet");

        assertThat(mistaken.exit()).isEqualTo(3);
        assertThat(mistaken.out()).isEmpty();
        assertThat(mistaken.err().lines())
                .startsWith(
                        "line 1: unknown key `rolls`, did you mean `roles`?",
                        "line 1: nothing is declared here, expected `roles`, `users`, `organizations` or `expect`",
                        "line 2: unknown key `organisations`, did you mean `organizations`?")
                .last()
                .asString()
                .startsWith("roster: 3 mistakes in `")
                .endsWith("access.yaml`, nothing was changed");
        assertThat(faulty.exit()).isEqualTo(3);
        assertThat(faulty.err().lines())
                .startsWith("line 4: no user `carl`", "line 5: unknown role `juggler`, declare it under `roles`");
    }

    @Test
    void faultLeavesEverythingUndone() {
        roster.given().workspace("birds");
        String[] lines = {"organizations:", "  park: {workspaces: {trees: ~}}", "  lab: {workspaces: {birds: ~}}"};

        Ran ran = run(lines, "apply", "--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("line 3: workspace `birds` is in another organization");
        assertThat(roster.ports().organizations().findByName(NameKey.of("park")))
                .isEmpty();
    }

    @Test
    void mistakesAndFaultsAreToldAtOnce() {
        Ran ran = run(
                new String[] {
                    "roles:",
                    "  curator:",
                    "    description: " + "x".repeat(1_001),
                    "    permisions: []",
                    "organizations:",
                    "  lab:",
                    "    members:",
                    "      carl: ~",
                    "      ada: curator",
                    "      bob: juggler",
                    "expect:",
                    "  - ada can dataset:read legal",
                    "  - ada may dataset:raed legal"
                },
                "plan");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().lines())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("line 3: description has 1,001 characters"))
                .anyMatch(line -> line.startsWith("line 4: unknown key `permisions`, did you mean `permissions`?"))
                .anyMatch(line -> line.equals("line 8: no user `carl`"))
                .anyMatch(line -> line.startsWith("line 10: unknown role `juggler`"))
                .anyMatch(line -> line.startsWith("line 12: expected a line such as"))
                .anyMatch(line -> line.startsWith("line 13: unknown permission `dataset:raed`"));
    }

    @Test
    void planShowsWhoGainsAndWhoLosesWhat() {
        Ran ran = run("plan", "--prune");

        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("`ada` in workspace `legal`: ") && line.contains("+dataset:create"))
                .anyMatch(line -> line.startsWith("`bob` in ") && line.contains("-dataset:read"))
                .anyMatch(line -> line.startsWith("`eve` in ") && line.contains("-member:remove"));
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void programsReadWhoGainsAndWhoLosesWhat() throws JsonProcessingException {
        Ran ran = run("plan", "--prune", "--output", "json");

        assertThat(new ObjectMapper().readTree(ran.out()))
                .anySatisfy(row -> {
                    assertThat(row.at("/action").asText()).isEqualTo("gain");
                    assertThat(row.at("/name").asText()).isEqualTo("ada");
                    assertThat(row.at("/place").asText()).isEqualTo("workspace `legal`");
                    assertThat(row.at("/changes/permissions/after").asText()).contains("dataset:create");
                })
                .anySatisfy(row -> {
                    assertThat(row.at("/action").asText()).isEqualTo("lose");
                    assertThat(row.at("/name").asText()).isEqualTo("bob");
                    assertThat(row.at("/changes/permissions/before").asText()).contains("dataset:read");
                });
    }

    @Test
    void whatIsExpectedStopsApplyWhereItWouldNotHold() {
        String[] lines = {
            "organizations:",
            "  lab:",
            "    workspaces:",
            "      legal:",
            "        members: {ada: manager, eve: viewer}",
            "expect:",
            "  - ada may member:add legal",
            "  - eve may not member:add workspace:legal",
            "  - bob may user:create",
            "  - ada may dataset:read legal/letters",
            "  - nobody may user:read"
        };

        Ran plan = run(lines, "plan");
        Ran apply = run(lines, "apply", "--yes");

        assertThat(plan.exit()).isEqualTo(3);
        assertThat(plan.err().lines())
                .anyMatch(line -> line.startsWith("line 9: expected `bob may user:create`, but "))
                .anyMatch(line -> line.equals("line 10: no dataset `legal/letters`"))
                .anyMatch(line -> line.equals("line 11: no user `nobody`"))
                .hasSize(4);
        assertThat(apply.exit()).isEqualTo(3);
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void whatIsExpectedMayHoldByWhatIsDoneAlone() {
        roster.given().dataset("letters", legal);
        String[] lines = {
            "organizations: {lab: {workspaces: {legal: {members: {ada: manager, eve: viewer}}}}}",
            "expect:",
            "  - ada@lab.example may dataset:update legal/letters",
            "  - eve may not dataset:update legal/letters",
            "  - eve may workspace:read legal",
            "  - ada may organization:read organization:lab",
            "  - ada may not user:delete"
        };

        assertThat(run(lines, "apply", "--yes").exit()).isZero();
        assertThat(members()).containsExactly("bob:null", "eve:viewer", "ada:manager");
        assertThat(run(lines, "plan").err()).contains("nothing to change");
        assertThat(run(new String[] {"expect: [eve may workspace:delete legal]"}, "apply", "--yes")
                        .exit())
                .isEqualTo(3);
    }
}
