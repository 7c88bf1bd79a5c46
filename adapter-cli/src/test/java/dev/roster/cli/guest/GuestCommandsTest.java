package dev.roster.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roster guests}. */
final class GuestCommandsTest {
    private final Roster roster = new Roster();
    private Workspace legal;

    @TempDir
    private Path directory;

    @BeforeEach
    void places() {
        roster.given().owner("olga");
        legal = roster.given().workspace("legal");
    }

    private User user(String name) {
        return roster.ports().users().findByLogin(NameKey.of(name)).orElseThrow();
    }

    @Test
    void eachLinkIsAloneOnItsLineUnderTheNameOfTheGuest() {
        roster.terminal().columns(40);

        Ran ran = roster.run("guests", "create", "legal", "--count", "2", "--role", "reviewer", "--until", "30d");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("guest-1");
        assertThat(lines.get(1)).matches("https?://\\S+#rpr_\\S+");
        assertThat(lines.get(2)).isEqualTo("guest-2");
        assertThat(lines.get(3)).matches("https?://\\S+#rpr_\\S+").isNotEqualTo(lines.get(1));
        assertThat(ran.err()).contains("created 2 guests").doesNotContain("rpr_");
        assertThat(roster.ports()
                        .memberships()
                        .find(Place.of(legal.id()), user("guest-2").id())
                        .map(Membership::role))
                .contains(PredefinedRole.REVIEWER.ref());
        assertThat(user("guest-1").stay()).extracting(Stay::workspace).isEqualTo(legal.id());
    }

    @Test
    void guestsOfAFileAreCreatedAndTheirLinksGoToAFileOfTheOwnerAlone() throws IOException {
        Path people = Files.writeString(directory.resolve("people.csv"), """
                Username;First Name;E-Mail;Role
                ada;Ada;;owner
                ;Grace;grace@example.org;
                """);
        Path links = directory.resolve("links.csv");

        Ran ran = roster.run("guests", "create", "legal", "--file", people.toString(), "--links", links.toString());

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("ada", "grace@example.org").doesNotContain("rpr_");
        assertThat(Files.readString(links)).contains("ada", "#rpr_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(links)))
                .isEqualTo("rw-------");
        assertThat(user("ada").profile().firstName()).hasToString("Ada");
        assertThat(user("ada").role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(user("ada").stay()).isEqualTo(new Stay(legal.id(), null));
        assertThat(user("grace@example.org").isGuest()).isTrue();
    }

    @Test
    void aFileForLinksThatExistsIsLeftAndNoGuestIsCreated() throws IOException {
        Path links = Files.writeString(directory.resolve("links.csv"), "mine");

        Ran ran = roster.run("guests", "create", "legal", "--count", "1", "--links", links.toString());

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("exists");
        assertThat(Files.readString(links)).isEqualTo("mine");
        assertThat(roster.ports().users().findByLogin(NameKey.of("guest-1"))).isEmpty();
    }

    @Test
    void oneNameThatIsTakenKeepsAllOthersOut() throws IOException {
        roster.given().user("ben");
        Path people = Files.writeString(directory.resolve("people.csv"), "username\nada\nben\n");

        Ran ran = roster.run("guests", "create", "legal", "--file", people.toString());

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("`ben`");
        assertThat(ran.out()).isEmpty();
        assertThat(roster.ports().users().findByLogin(NameKey.of("ada"))).isEmpty();
    }

    @Test
    void programsGetLinksInAFieldOfTheirOwn() {
        Ran ran = roster.run("guests", "create", "legal", "--count", "1", "--output", "json");

        assertThat(ran.out()).contains("\"link\"", "#rpr_", "guest-1");
    }

    @Test
    void aStayIsMovedAndMadePermanent() {
        roster.run("guests", "create", "legal", "--count", "1", "--until", "10d");

        assertThat(roster.run("guests", "extend", "guest-1", "--no-end").exit()).isZero();
        assertThat(user("guest-1").stay()).isEqualTo(new Stay(legal.id(), null));
        assertThat(roster.run("guests", "extend", "guest-1", "--until", "20d").exit())
                .isZero();
        assertThat(user("guest-1").stay()).extracting(Stay::until).isNotNull();
        assertThat(roster.run("guests", "make-permanent", "guest-1").err()).contains("permanent");
        assertThat(user("guest-1").isGuest()).isFalse();
        assertThat(roster.run("guests", "make-permanent", "guest-1").err()).contains("not a guest");
    }

    @Test
    void deletingTheirWorkspaceSaysHowManyAccountsEnd() {
        roster.run("guests", "create", "legal", "--count", "2");
        roster.terminal().answer("n");

        assertThat(roster.run("workspaces", "delete", "legal", "--dry-run").err())
                .contains("; the accounts of 2 guests end with it");
        roster.run("workspaces", "delete", "legal");
        assertThat(roster.terminal().questions())
                .last()
                .asString()
                .contains("delete workspace `legal`; the accounts of 2 guests end with it?");
        assertThat(roster.run("workspaces", "delete", "legal", "--dry-run", "--output", "json")
                        .out())
                .contains("\"guests\": 2");
    }

    @Test
    void aListAsCsvShowsBothEndsOfAStay() {
        roster.run("guests", "create", "legal", "--count", "1", "--until", "2026-04-01T00:00:00Z");

        List<String> lines =
                roster.run("users", "list", "--output", "csv").out().lines().toList();

        assertThat(lines.get(0)).contains(",stay_workspace_id,stay_until,");
        assertThat(lines.get(2)).contains("guest-1", legal.id().toString(), ",2026-04-01T00:00:00");
    }

    @Test
    void aNumberOrAFileIsNeeded() {
        assertThat(roster.run("guests", "create", "legal").exit()).isEqualTo(2);
        assertThat(roster.run("guests", "create", "legal", "--count", "0").err())
                .contains("--count: 0 guests, expected 1 to 1,000");
        assertThat(roster.run("guests", "create", "legal", "--count", "1", "--file", "x")
                        .exit())
                .isEqualTo(2);
    }
}
