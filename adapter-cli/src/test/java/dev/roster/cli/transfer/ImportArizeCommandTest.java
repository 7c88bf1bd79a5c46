package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ForeignPlatform.CustomRole;
import dev.roster.application.port.ForeignPlatform.Group;
import dev.roster.application.port.ForeignPlatform.Held;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.ForeignPlatform.Team;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.application.port.Grants;
import dev.roster.application.port.UserFilter;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ImportArizeCommandTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void anAccountIsThere() {
        roster.given().organization();
        roster.platform()
                .withoutUuids()
                .person(person("U1", "ada@lab.example", "owner", null))
                .person(person("U2", "bo@lab.example", "Clerk", "R1"))
                .person(person("U3", "late@lab.example", "member", null).withObstacle("has not come yet"))
                .also(contents -> contents.withRoles(List.of(new CustomRole(
                                "R1", "Clerk", "Reads.", PermissionSet.of(RosterPermission.DATASET_READ), null)))
                        .withGroups(List.of(new Group("O1", "Labs", "Where it is tried.")))
                        .withGroupMembers(List.of(new Held("O1", "U2", "viewer", null)))
                        .withTeams(List.of(new Team("S1", null, "Prod EU", "O1", "Live.")))
                        .withTeamMembers(List.of(new Held("S1", "U1", "manager", null)))
                        .withBindings(List.of(new Held("S1", "U2", "Clerk", "R1"), new Held("S1", "U3", "Clerk", "R1")))
                        .withProjectBindings(List.of(new Held("P1", "U2", "Clerk", "R1")))
                        .withUntold(List.of("it does not tell who is a member")));
    }

    private static Person person(String id, String email, String role, @Nullable String roleId) {
        return ForeignPlatformPersonBuilder.builder()
                .id(id)
                .username(email)
                .firstName("")
                .email(email)
                .displayName("Somebody")
                .role(role)
                .roleId(roleId)
                .developer(true)
                .build();
    }

    private Ran run(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("import", "arize", "--url", "https://api.arize.com", "--api-key", InMemoryPlatform.KEY));
        arguments.addAll(List.of(more));
        return roster.run(arguments.toArray(String[]::new));
    }

    private List<User> users() {
        return roster.ports()
                .users()
                .list(UserFilter.all(), PageRequest.first())
                .items();
    }

    private Organization labs() {
        return roster.ports().organizations().findByName(NameKey.of("labs")).orElseThrow();
    }

    private Workspace prod() {
        return roster.ports()
                .workspaces()
                .findByShownName(labs().id(), NameKey.of("prod eu"))
                .orElseThrow();
    }

    private List<String> members(Place place) {
        return roster.ports().memberships().members(place, PageRequest.first()).items().stream()
                .map(member ->
                        member.user().username() + " " + member.membership().role())
                .toList();
    }

    @Test
    void bringsRolesPeoplePlacesAndWhatTheyHoldThere() {
        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "created: 1 roles, 2 users, 1 organizations, 1 workspaces, 2 memberships, 1 grants",
                        "left out: 0 roles, 1 users, 0 organizations, 0 workspaces, 0 memberships, 2 grants",
                        "note: it does not tell who is a member",
                        "imported users have no password");
        assertThat(ran.out())
                .contains("has not come yet", "the user is left out", "is on a project")
                .doesNotContain("Clerk for bo@lab.example on Prod EU");
        assertThat(users())
                .extracting(user -> user.username() + " " + user.role() + " " + user.developer())
                .containsExactly("ada@lab.example owner true", "bo@lab.example Clerk true");
        assertThat(users().get(0).profile().displayName()).hasToString("Somebody");
        assertThat(labs().description()).isEqualTo("Where it is tried.");
        assertThat(prod().description()).isEqualTo("Live.");
        assertThat(members(Place.of(labs().id()))).containsExactly("bo@lab.example viewer", "ada@lab.example null");
        assertThat(members(Place.of(prod().id()))).containsExactly("ada@lab.example manager");
        assertThat(roster.ports()
                        .grants()
                        .list(Grants.Filter.all(), PageRequest.first())
                        .items())
                .singleElement()
                .extracting(granted ->
                        granted.user().username() + " " + granted.grant().role())
                .isEqualTo("bo@lab.example Clerk");
    }

    @Test
    void canBeRunAgain() {
        run("--yes");

        Ran ran = run("--yes", "--output", "csv");

        assertThat(ran.err())
                .contains("created: 0 roles, 0 users, 0 organizations, 0 workspaces, 0 memberships, 0 grants");
        assertThat(ran.out().lines())
                .containsExactly(
                        "outcome,kind,name,note",
                        "present,role,Clerk,",
                        "present,user,ada@lab.example,",
                        "present,user,bo@lab.example,",
                        "left out,user,late@lab.example,has not come yet",
                        "present,organization,Labs,",
                        "present,member,bo@lab.example in Labs,",
                        "present,workspace,Prod EU,",
                        "present,member,ada@lab.example in Prod EU,",
                        "present,grant,Clerk for bo@lab.example on Prod EU,",
                        "left out,grant,Clerk for late@lab.example on Prod EU,the user is left out",
                        "left out,grant,Clerk for bo@lab.example on P1,\"is on a project, which stays where its data is\"");
    }

    @Test
    void aDryRunDoesNothing() {
        Ran ran = run("--dry-run");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("Clerk for bo@lab.example on Prod EU");
        assertThat(ran.err())
                .contains("to create: 1 roles, 2 users, 1 organizations, 1 workspaces, 2 memberships, 1 grants");
        assertThat(users()).isEmpty();
    }

    @Test
    void whatIsOtherHereStaysAndIsTold() {
        run("--yes");
        roster.run("members", "set-role", "prod-eu", "ada@lab.example", "--role", "viewer");
        roster.run("grants", "update", "prod-eu", "bo@lab.example", "--role", "viewer");
        roster.run("users", "deactivate", "bo@lab.example");

        Ran ran = run("--yes");

        assertThat(ran.out())
                .contains("is viewer here and manager there", "is viewer here and Clerk there", "is deactivated here");
        assertThat(members(Place.of(prod().id()))).containsExactly("ada@lab.example viewer");
    }

    @Test
    void whatARefusedStepWasToCreateLeavesOutWhatGoesWithIt() {
        roster.terminal().answer("y");
        roster.given().organization("another");
        roster.platform()
                .also(contents -> contents.withRoles(List.of(new CustomRole(
                                "R1",
                                "Clerk",
                                "x".repeat(1_001),
                                PermissionSet.of(RosterPermission.DATASET_READ),
                                null)))
                        .withTeams(List.of(new Team("S1", null, "Prod EU", "O9", ""))));

        Ran ran = run();

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("`Clerk` is left out, and this goes with it", "the organization is left out");
        assertThat(users()).extracting(user -> user.username().value()).containsExactly("ada@lab.example");
    }

    @Test
    void anOwnerThereIsShownAsOneBeforeAnybodyAgrees() {
        roster.terminal().answer("n");

        Ran ran = run();

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("becomes an owner");
        assertThat(ran.err()).contains("nothing was changed");
        assertThat(users()).noneMatch(user -> user.role().equals(PredefinedRole.OWNER.ref()));
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        Ran ran = roster.run("import", "arize", "--url", "https://api.arize.com", "--api-key", "secret-wrong");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("does not accept the key").doesNotContain("secret-wrong");
    }
}
