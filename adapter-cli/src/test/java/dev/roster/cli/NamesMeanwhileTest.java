package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.race.Meanwhile;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that comes to mean another thing after a command looked it up and before it acts. */
final class NamesMeanwhileTest {
    private final Meanwhile meanwhile = new Meanwhile();
    private final Roster roster = new Roster(meanwhile::around);

    private User ana;
    private Workspace legal;
    private Organization acme;
    private Role editor;
    private Dataset letters;

    @BeforeEach
    void thingsHaveNames() {
        roster.given().owner("olga");
        acme = roster.given().organization("acme");
        legal = roster.given().workspace("legal");
        letters = roster.given().dataset("letters", legal);
        editor = roster.given().role("editor", RosterPermission.DATASET_READ);
        ana = roster.given().user("ana").in("legal").in(acme).token("ana.token").user();
        roster.given().user("bob");
    }

    private void assertRefused(String thing, String command, Runnable change) {
        meanwhile.happens(change);
        Ran ran = roster.run(command.split(" "));

        String name = thing.substring(0, thing.indexOf(' '));
        assertThat(meanwhile.hasHappened()).isTrue();
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("roster: `" + name + "` no longer names the same " + thing.substring(name.length() + 1)
                        + "; try again");
        assertThat(roster.ports()
                        .auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first(1))
                        .items())
                .as("what was done")
                .isEmpty();
    }

    private Ports ports() {
        return roster.ports();
    }

    private void anotherIsAna() {
        ports().users().update(ana.withUsername(new Username("ana-of-old")));
        roster.given().user("ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users delete ana --yes",
                "users update ana --username anna",
                "users deactivate ana",
                "users temporary-password ana",
                "token renew ana",
                "keys create ana laptop",
                "members remove legal ana",
                "members add legal ana",
                "members set-role legal ana --role manager",
                "organizations members remove acme ana",
                "datasets assign legal/letters ana",
                "datasets contribute legal/letters ana --count 3",
                "grants create legal ana --role editor"
            })
    void userOfAnotherNameIsLeftAlone(String command) {
        assertRefused("ana user", command, this::anotherIsAna);

        assertThat(ports().users().get(ana.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void nameThatNobodyHasAnyMoreMeansNobody() {
        assertRefused(
                "ana user",
                "token renew ana",
                () -> ports().users().update(ana.withUsername(new Username("ana-of-old"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspaces delete legal --yes",
                "workspaces update legal --name law",
                "workspaces rename legal law",
                "workspaces retitle legal Law",
                "members add legal bob",
                "datasets register legal/contracts",
                "service-accounts create robot --workspace legal --key-name first",
                "invitations create zoe@example.org --mode link --workspace legal"
            })
    void workspaceOfAnotherNameIsLeftAlone(String command) {
        assertRefused("legal workspace", command, () -> {
            ports().workspaces().update(legal.withName(new WorkspaceName("legal-of-old")));
            roster.given().workspace("legal");
        });

        assertThat(ports().workspaces().get(legal.id()).name()).hasToString("legal-of-old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizations delete acme --yes",
                "organizations update acme --name Acme-Inc",
                "workspaces create law --organization acme",
                "organizations members add acme bob",
                "invite-link reset acme"
            })
    void organizationOfAnotherNameIsLeftAlone(String command) {
        assertRefused("acme organization", command, () -> {
            ports().organizations().update(acme.withName(new OrganizationName("acme-of-old")));
            roster.given().organization("acme");
        });

        assertThat(ports().organizations().get(acme.id()).name()).hasToString("acme-of-old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles delete editor --yes", "roles update editor --name author"})
    void roleOfAnotherNameIsLeftAlone(String command) {
        assertRefused("editor role", command, () -> {
            ports().roles().update(editor.withName(new RoleName("editor-of-old")));
            roster.given().role("editor", RosterPermission.DATASET_READ);
        });

        assertThat(ports().roles().get(editor.id()).name()).hasToString("editor-of-old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets delete legal/letters --yes",
                "datasets update legal/letters --name post",
                "datasets restrict legal/letters",
                "datasets assign legal/letters ana",
                "grants create legal/letters ana --role editor"
            })
    void datasetOfAnotherNameIsLeftAlone(String command) {
        assertRefused("legal/letters dataset", command, () -> {
            ports().datasets().update(letters.withName(new DatasetName("letters-of-old")));
            roster.given().dataset("letters", legal);
        });

        assertThat(ports().datasets().get(letters.id()).dataset().name()).hasToString("letters-of-old");
    }

    @Test
    void pathThroughAnotherWorkspaceIsAnotherDataset() {
        assertRefused("legal/letters dataset", "datasets delete legal/letters --yes", () -> {
            ports().workspaces().update(legal.withName(new WorkspaceName("legal-of-old")));
            roster.given().dataset("letters", roster.given().workspace("legal"));
        });
    }

    @Test
    void deletedUserOfAnotherNameIsNotErased() {
        ports().users().update(ana.withStatus(UserStatus.DELETED));
        User again = roster.given().user("ana").user();

        assertRefused("ana user", "users erase ana --yes", () -> {
            ports().users().update(ana.withStatus(UserStatus.DELETED).withUsername(new Username("erased")));
            ports().users().update(again.withStatus(UserStatus.DELETED));
        });
    }

    @Test
    void idMeansTheSameUnderEveryName() {
        meanwhile.happens(this::anotherIsAna);
        Ran ran = roster.run("users", "delete", ana.id().toString(), "--yes");

        assertThat(ran.exit()).isZero();
        assertThat(ports().users().findEvenDeleted(ana.id()).map(User::status)).hasValue(UserStatus.DELETED);
    }

    @Test
    void nameThatStillMeansTheSameIsActedOn() {
        meanwhile.happens(() -> roster.given().user("anna"));

        assertThat(roster.run("users", "update", "ana", "--username", "anne").exit())
                .isZero();
        assertThat(ports().users().get(ana.id()).username()).hasToString("anne");
    }

    @Test
    void nextCommandAsksForItsOwnNamesOnly() {
        roster.run("users", "show", "ana");
        meanwhile.happens(this::anotherIsAna);

        assertThat(roster.run("users", "deactivate", "bob").exit()).isZero();
    }

    /** Each of several is deleted by itself; what became of the first is no reason not to delete the second. */
    @Test
    void amongSeveralEachNameIsAskedAboutUntilTheCommandItselfChangesWhatItMeans() {
        assertThat(roster.run("users", "delete", "ana", "bob", "--yes").exit()).isZero();
    }

    @Test
    void amongSeveralNobodyIsDeletedUnderAnotherName() {
        meanwhile.happens(() -> meanwhile.happens(this::anotherIsAna));
        Ran ran = roster.run("users", "delete", "bob", "ana", "--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(meanwhile.hasHappened()).isTrue();
        assertThat(ports().users().findByUsername(NameKey.of("bob"))).isEmpty();
        assertThat(ran.out()).contains("`ana` no longer names the same user; try again");
        assertThat(ports().users().get(ana.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }
}
