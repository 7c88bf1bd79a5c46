package dev.roster.cli.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fault.WatchedPorts;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roster invitations create --file}. */
final class InvitationFileTest {
    private final Roster roster = new Roster();
    private Workspace legal;
    private Workspace sales;

    @TempDir
    private Path directory;

    @BeforeEach
    void places() {
        roster.given().owner("olga").email("olga@example.org");
        legal = roster.given().workspace("legal");
        sales = roster.given().workspace("sales");
    }

    private Ran inviting(String rows, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("people.csv"), rows);
        return roster.run(
                Stream.concat(Stream.of("invitations", "create", "--file", file.toString()), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private User user(String email) {
        return roster.ports().users().findByEmail(NameKey.of(email)).orElseThrow();
    }

    @Test
    void everybodyInTheFileIsInvitedAsItSays() throws IOException {
        Ran ran = inviting("""
                E-Mail;First Name;Role;Workspaces;Username
                ana@example.org;Ana;reviewer;sales:manager;ana
                bob@example.org;;;;
                """, "--role", "viewer", "--workspace", "legal");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err()).contains("2 invited, 0 already pending, 0 skipped, 0 refused");
        assertThat(user("ana@example.org").status()).isEqualTo(UserStatus.INVITED);
        assertThat(user("ana@example.org").username()).hasToString("ana");
        assertThat(user("ana@example.org").profile().firstName()).hasToString("Ana");
        assertThat(user("ana@example.org").role()).hasToString("reviewer");
        assertThat(roster.ports()
                        .memberships()
                        .find(Place.of(sales.id()), user("ana@example.org").id()))
                .isPresent();
        assertThat(user("bob@example.org").username()).hasToString("bob@example.org");
        assertThat(user("bob@example.org").role()).hasToString("viewer");
        assertThat(roster.ports()
                        .memberships()
                        .find(Place.of(legal.id()), user("bob@example.org").id()))
                .isPresent();
        assertThat(ran.out()).doesNotContain("http");
        assertThat(roster.mails().carried()).hasSize(2);
    }

    /** The names of places are asked about again before each invitation, but not once for each line before it. */
    @Test
    void laterLinesAskNoMoreThanEarlierOnes() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Roster counted = new Roster(ports -> WatchedPorts.counting(ports, calls));
        counted.given().owner("olga");
        counted.given().workspace("legal");
        counted.given().workspace("sales");

        int few = callsFor(counted, calls, 0, 10);
        int many = callsFor(counted, calls, 10, 40);

        assertThat(many).isLessThanOrEqualTo(few * 4);
    }

    private int callsFor(Roster counted, AtomicInteger calls, int from, int count) throws IOException {
        Path file = Files.writeString(
                directory.resolve("from" + from + ".csv"),
                IntStream.range(from, from + count)
                        .mapToObj(number -> "p" + number + "@example.org,sales:viewer;legal\n")
                        .collect(Collectors.joining("", "email,workspaces\n", "")));
        int before = calls.get();
        Ran ran = counted.run("invitations", "create", "--file", file.toString(), "--workspace", "legal");
        assertThat(ran.err()).contains(count + " invited");
        return calls.get() - before;
    }

    @Test
    void everyLineHasAResultAndOneRefusalKeepsNobodyElseOut() throws IOException {
        String rows = """
                email,workspaces,kind
                ana@example.org,,
                olga@example.org,,
                eve@example.org,nowhere,
                robot@example.org,,service
                bob@example.org,,person
                """;
        Ran first = inviting(rows);
        Ran second = inviting(rows, "--output", "csv");

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.err()).contains("2 invited, 0 already pending, 1 skipped, 2 refused");
        assertThat(second.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("2,ana@example.org,pending,"))
                .anyMatch(line -> line.startsWith("3,olga@example.org,refused,"))
                .anyMatch(line -> line.startsWith("4,eve@example.org,refused,no workspace `nowhere`"));
    }

    @Test
    void withAMistakeInTheFileNobodyIsInvited() throws IOException {
        Ran ran = inviting("username,email\nana,ana@example.org\nbob,\neve,nope\n");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("line 3: `bob` has no e-mail address", "line 4: column `email`: invalid e-mail address")
                .contains("mistakes in `", "nothing was changed");
        assertThat(roster.ports().users().findByEmail(NameKey.of("ana@example.org")))
                .isEmpty();
    }

    @Test
    void linksGoToAFileOfTheOwnersAloneAndNoMailIsSent() throws IOException {
        Path links = directory.resolve("links.csv");

        Ran ran = inviting("email\nana@example.org\nbob@example.org\n", "--links", links.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(roster.mails().carried()).isEmpty();
        List<String> lines = Files.readAllLines(links);
        assertThat(lines).hasSize(3).first().isEqualTo("email,username,link,temporary_password");
        assertThat(lines.get(1)).startsWith("ana@example.org,ana@example.org,http");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(links)))
                .isEqualTo("rw-------");
        assertThat(ran.out() + ran.err()).doesNotContain("http");
    }

    @Test
    void aFileForLinksThatExistsIsLeftAndNobodyIsInvited() throws IOException {
        Path links = Files.writeString(directory.resolve("links.csv"), "precious");

        Ran ran = inviting("email\nana@example.org\n", "--links", links.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(links).hasContent("precious");
        assertThat(roster.ports().users().findByEmail(NameKey.of("ana@example.org")))
                .isEmpty();
    }

    @Test
    void temporaryPasswordsOfManyNeedAFile() throws IOException {
        Path links = directory.resolve("links.csv");

        Ran refused = inviting("email\nana@example.org\n", "--mode", "temporary-password");
        Ran done = inviting("email\nana@example.org\n", "--mode", "temporary-password", "--links", links.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--links");
        assertThat(done.exit()).isZero();
        assertThat(Files.readAllLines(links).get(1)).matches("ana@example.org,ana@example.org,,.{8,}");
    }

    @Test
    void oneAddressOrAFileIsNeeded() throws IOException {
        assertThat(roster.run("invitations", "create").exit()).isEqualTo(2);
        assertThat(roster.run("invitations", "create").err()).contains("EMAIL", "--file");
        assertThat(inviting("email\n", "ana@example.org").exit()).isEqualTo(2);
        assertThat(inviting("email\n", "--username", "x").exit()).isEqualTo(2);
        assertThat(roster.run("invitations", "create", "a@example.org", "--links", "x")
                        .exit())
                .isEqualTo(2);
    }
}
