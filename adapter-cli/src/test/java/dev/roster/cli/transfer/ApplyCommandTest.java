package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(ran.out().lines()).containsExactly(PLAN);
        assertThat(ran.err().lines()).containsExactly("4 to add, 2 to change, 0 to remove");
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void planEndsWithOneWhenAskedTo() {
        Ran before = run("plan", "--exit-code");
        run("apply", "--yes");
        Ran after = run("plan", "--exit-code");

        assertThat(before.exit()).isEqualTo(1);
        assertThat(after).isEqualTo(new Ran(0, "", "nothing to do" + System.lineSeparator()));
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
        assertThat(ran.out().lines()).containsExactly(PLAN);
        assertThat(ran.err().lines())
                .containsExactly("4 to add, 2 to change, 0 to remove", "4 added, 2 changed, 0 removed");
        assertThat(members()).containsExactly("bob:null", "eve:viewer", "ada:curator");
    }

    @Test
    void noMeansNo() {
        roster.terminal().answer("n");

        Ran ran = run("apply");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("roster: nothing was changed");
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void withoutATerminalItTakesYes() {
        Ran asked = run("apply");
        Ran dry = run("apply", "--dry-run");

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.err()).contains("there is no terminal to ask on, add --yes");
        assertThat(dry.exit()).isZero();
        assertThat(dry.out().lines()).containsExactly(PLAN);
        assertThat(members()).containsExactly("bob:null", "eve:admin");
    }

    @Test
    void twiceIsOnce() {
        run("apply", "--yes", "--prune");

        Ran again = run("apply", "--prune");

        assertThat(again).isEqualTo(new Ran(0, "", "nothing to do" + System.lineSeparator()));
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
    void standardInputIsAFileToo() {
        roster.terminal().type("organizations: {lab: {members: {ada: viewer}}}");

        Ran ran = roster.run("apply", "-", "--yes");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).containsExactly("+ member `ada` of organization `lab`: viewer");
    }

    @Test
    void allMistakesAreTold() {
        Ran mistaken = run(new String[] {"rolls: {}", "organisations: {}"}, "apply", "--yes", "--quiet");
        Ran faulty = run(
                new String[] {"organizations:", "  lab:", "    members:", "      carl: ~", "      ada: juggler"},
                "plan",
                "--quiet");

        assertThat(mistaken.exit()).isEqualTo(1);
        assertThat(mistaken.out()).isEmpty();
        assertThat(mistaken.err().lines())
                .startsWith(
                        "line 1: unknown key `rolls`, did you mean `roles`?",
                        "line 1: nothing is declared here, expected `roles` or `organizations`",
                        "line 2: unknown key `organisations`, did you mean `organizations`?")
                .last()
                .asString()
                .startsWith("roster: 3 mistakes in `")
                .endsWith("access.yaml`, nothing was changed");
        assertThat(faulty.exit()).isEqualTo(1);
        assertThat(faulty.err().lines())
                .startsWith("line 4: no user `carl`", "line 5: unknown role `juggler`, declare it under `roles`");
    }

    @Test
    void faultLeavesEverythingUndone() {
        roster.given().workspace("birds");
        String[] lines = {"organizations:", "  park: {workspaces: {trees: ~}}", "  lab: {workspaces: {birds: ~}}"};

        Ran ran = run(lines, "apply", "--yes");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("line 3: workspace `birds` is in another organization");
        assertThat(roster.ports().organizations().findByName(NameKey.of("park")))
                .isEmpty();
    }
}
