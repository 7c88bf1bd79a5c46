package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.application.port.UserFilter;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ImportArgillaCommandTest {
    private static final String MARA = "7d0f3a3e-5f7e-4c5b-9a53-1f2f0a9b6c11";
    private static final String IVO = "0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce";
    private static final String LEGAL = "5c6f1c1e-0f0b-4f57-8e0a-6a1f4f8d2b90";

    private final Roster roster = new Roster();

    @BeforeEach
    void anOrganizationIsThere() {
        roster.given().organization();
    }

    private void somebodyIsThere() {
        roster.platform()
                .person(person(MARA, "mara", "owner"))
                .person(person(IVO, "ivo", "annotator").withFirstName("Ivo").withLastName("Reis"))
                .team(LEGAL, "legal-team", IVO, MARA);
    }

    private static Person person(String id, String username, String role) {
        return ForeignPlatformPersonBuilder.builder()
                .id(id)
                .username(username)
                .firstName("")
                .role(role)
                .build();
    }

    private Ran run(String... more) {
        String[] arguments = IntStream.range(0, more.length + 6)
                .mapToObj(at -> at < 6 ? command()[at] : more[at - 6])
                .toArray(String[]::new);
        return roster.run(arguments);
    }

    private static String[] command() {
        return new String[] {
            "import", "argilla", "--url", "http://argilla.example.org", "--api-key", InMemoryPlatform.KEY
        };
    }

    private List<User> users() {
        return roster.ports()
                .users()
                .list(UserFilter.all(), PageRequest.first())
                .items();
    }

    @Test
    void bringsPeopleWithTheirIdsRolesAndPlaces() {
        somebodyIsThere();

        Ran ran = run("--yes");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("created: 2 users, 1 workspaces, 2 memberships");
        assertThat(users()).extracting(user -> user.id().toString()).containsExactly(MARA, IVO);
        assertThat(users())
                .extracting(User::role)
                .containsExactly(PredefinedRole.OWNER.ref(), PredefinedRole.ANNOTATOR.ref());
        assertThat(users()).extracting(user -> user.profile().fullName()).containsExactly("mara", "Ivo Reis");
        assertThat(roster.ports()
                        .memberships()
                        .members(Place.of(WorkspaceId.parse(LEGAL)), PageRequest.first())
                        .items())
                .extracting(member -> member.user().username().value())
                .containsExactly("ivo", "mara");
    }

    @Test
    void canBeRunAgain() {
        somebodyIsThere();
        run("--yes");
        roster.platform().person("11111111-2222-4333-8444-555555555555", "eva", "admin");

        Ran ran = run("--yes");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("created: 1 users, 0 workspaces, 0 memberships")
                .contains("there before: 2 users, 1 workspaces, 2 memberships");
        assertThat(users()).hasSize(3);
    }

    @Test
    void aDryRunDoesNothing() {
        somebodyIsThere();

        Ran ran = run("--dry-run");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("mara", "ivo", "legal-team", "ivo in legal-team");
        assertThat(ran.err()).contains("to create: 2 users, 1 workspaces, 2 memberships");
        assertThat(users()).isEmpty();
    }

    @Test
    void asksAfterItHasShownWhatItWouldDo() {
        somebodyIsThere();
        roster.terminal().answer("n");

        Ran ran = run();

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("ivo in legal-team");
        assertThat(ran.err()).contains("nothing was changed");
        assertThat(users()).isEmpty();
    }

    @Test
    void programsGetEveryStep() {
        somebodyIsThere();
        run("--yes");

        Ran ran = run("--yes", "--output", "csv");

        assertThat(ran.out().lines())
                .containsExactly(
                        "outcome,kind,name,note",
                        "present,user,mara,",
                        "present,user,ivo,",
                        "present,workspace,legal-team,",
                        "present,member,ivo in legal-team,",
                        "present,member,mara in legal-team,");
    }

    @Test
    void theSameNameUnderAnotherIdIsSomebodyElse() {
        somebodyIsThere();
        roster.given().user("IVO");

        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("another user's here", "the user is left out");
        assertThat(ran.err())
                .contains("created: 1 users, 1 workspaces, 1 memberships")
                .contains("left out: 1 users, 0 workspaces, 1 memberships");
    }

    @Test
    void twoThatDifferByCaseAreNotMadeOne() {
        roster.platform().person(MARA, "Ivo", "annotator").person(IVO, "ivo", "owner");

        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(users()).extracting(user -> user.username().value()).containsExactly("Ivo");
    }

    @Test
    void aWorkspaceThatIsLeftOutLeavesItsMembersOut() {
        roster.platform().person(IVO, "ivo", "annotator").team(LEGAL, "legal", IVO);
        roster.given().workspace("Legal");

        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("another workspace's here");
        assertThat(ran.err()).contains("created: 1 users, 0 workspaces, 0 memberships");
    }

    @Test
    void whatRosterWouldNotTakeIsLeftOutWithTheReason() {
        roster.platform()
                .person("nonsense", "ana", "owner")
                .person(MARA, "a\u0007b", "owner")
                .person(IVO, "ivo", "superhero")
                .team(LEGAL, "with blank");

        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("expected a UUID", "U+0007", "superhero", "invalid workspace name");
        assertThat(ran.err()).contains("left out: 3 users, 1 workspaces, 0 memberships");
        assertThat(users()).isEmpty();
    }

    @Test
    void tellsWhatIsOtherHere() {
        somebodyIsThere();
        run("--yes");
        User ivo = roster.ports().users().get(UserId.parse(IVO));
        roster.ports()
                .users()
                .update(ivo.withRole(PredefinedRole.ADMIN.ref())
                        .withUsername(new dev.roster.domain.user.Username("ivan")));

        Ran ran = run("--yes");

        assertThat(ran.out()).contains("is called `ivan` here, is admin here and annotator there");
    }

    @Test
    void whoWasDeletedHereStaysDeleted() {
        somebodyIsThere();
        run("--yes");
        User ivo = roster.ports().users().get(UserId.parse(IVO));
        roster.ports().users().update(ivo.withStatus(UserStatus.DELETED));

        Ran ran = run("--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("was deleted here");
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        Ran ran = roster.run("import", "argilla", "--url", "http://argilla.example.org", "--api-key", "secret-wrong");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("does not accept the key").doesNotContain("secret-wrong");
    }

    @Test
    void aKeyIsNeeded() {
        assertThat(roster.run("import", "argilla", "--url", "http://argilla.example.org")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void tellsHowFarItIs() {
        IntStream.range(0, 250)
                .forEach(number -> roster.platform()
                        .person(String.format("00000000-0000-4000-8000-%012d", number), "user" + number, "annotator"));

        assertThat(run("--yes").err()).contains("100 of 250").contains("200 of 250");
    }
}
