package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.FastPasswordHasher;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.credential.Password;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of people as other systems and spreadsheets write them. */
final class PeopleTablesTest {
    private final Roster roster = new Roster();

    @TempDir
    private Path directory;

    @BeforeEach
    void someWorkspaces() {
        roster.given().owner("olga");
        roster.given().workspace("legal");
        roster.given().workspace("sales");
    }

    private static byte[] resource(String name) {
        try (InputStream in = PeopleTablesTest.class.getResourceAsStream("tables/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private Path people(String... rows) throws IOException {
        return file("people.csv", (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Ran importing(Path file, String... more) {
        return roster.run(Stream.concat(Stream.of("import", file.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private User user(String username) {
        return roster.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
    }

    private List<String> usernames() {
        return roster.ports().users().list(UserFilter.all(), PageRequest.first()).items().stream()
                .map(user -> user.username().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "google-workspace.csv, ada@example.org, jk@example.org",
        "entra-id.csv,         ada@example.org, jk@example.org",
        "entra-id-template.csv, ada@example.org, jk@example.org",
        "okta.csv,             ada@example.org, jk@example.org",
        "moodle.csv,           ada,             jk"
    })
    void whatOtherSystemsWriteIsRead(String name, String ada, String jk) throws IOException {
        Ran ran = importing(file(name, resource(name)), "--ignore-columns");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err()).contains("imported: 2 users", "left out the columns");
        assertThat(usernames()).containsExactly("olga", ada, jk);
        assertThat(user(ada).profile().firstName()).hasToString("Ada");
        assertThat(user(ada).profile().lastName()).hasToString("Lovelace");
        assertThat(user(jk).profile().lastName()).hasToString("Köhler, Dr.");
    }

    @Test
    void withoutBeingToldToLeaveThemOutEveryUnknownColumnIsAMistake() throws IOException {
        Ran ran = importing(file("moodle.csv", resource("moodle.csv")));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("line 1: unknown column `password`", "line 1: unknown column `phone1`, did you mean `phone`?")
                .contains("--map 'role1=FIELD'", "--ignore-columns", "nothing was imported: 10 mistakes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"excel.csv", "libreoffice.csv"})
    void whatSpreadsheetsWriteIsRead(String name) throws IOException {
        Ran ran = importing(file(name, resource(name)));

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err()).contains("imported: 2 users, 2 members");
        assertThat(user("jk").profile().lastName()).hasToString("Köhler, Dr.");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, fffe", "UTF-16BE, feff", "UTF-16LE, ''", "UTF-16BE, ''", "UTF-8, efbbbf"})
    void theEncodingIsToldByTheBytes(String charset, String mark) throws IOException {
        String text = "Username\tFirst Name\r\njürgen\tJürgen\r\nзоя\tЗоя\r\n";
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] begin = HexFormat.of().parseHex(mark);
        byte[] all = Arrays.copyOf(begin, begin.length + body.length);
        System.arraycopy(body, 0, all, begin.length, body.length);

        Ran ran = importing(file("people.txt", all));

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(usernames()).containsExactly("olga", "jürgen", "зоя");
    }

    @Test
    void windows1252IsReadWhenItIsNamed() throws IOException {
        Path file = file("people.csv", "username;first_name\njürgen;J€\n".getBytes(Charset.forName("windows-1252")));

        Ran unnamed = importing(file);
        Ran named = importing(file, "--encoding", "windows-1252");

        assertThat(unnamed.exit()).isEqualTo(3);
        assertThat(unnamed.err()).contains("is not UTF-8", "--encoding windows-1252");
        assertThat(named.exit()).as(named.err()).isZero();
        assertThat(user("jürgen").profile().firstName()).hasToString("J€");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=|", "\"sep=;\"", "sep=\t"})
    void aLineForTheSeparatorIsObeyed(String line) throws IOException {
        char separator = line.replace("\"", "").charAt(4);

        Ran ran = importing(people(line, "username" + separator + "email", "ana" + separator + "nope"));

        assertThat(ran.err()).contains("line 3, column `email`: invalid e-mail address `nope`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "504b030414000600 | people.csv  | is a workbook (xlsx, ods)",
                "504b030414000600 | people.xlsx | is a workbook (xlsx, ods)",
                "d0cf11e0a1b11ae1 | people.xls  | is an old workbook (xls)",
                "1f8b0800         | people.csv  | is compressed with gzip",
                "00010200030000ff | people.csv  | is not a text"
            })
    void aWorkbookIsNamedAndHowToSaveIt(String begin, String name, String message) throws IOException {
        Ran ran = importing(file(name, HexFormat.of().parseHex(begin)));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(message);
        if (message.contains("workbook")) {
            assertThat(ran.err()).contains("Excel, File > Save As > `CSV UTF-8 (Comma delimited)`");
        }
    }

    @Test
    void everyMistakeOfEveryRowIsToldAtOnce() throws IOException {
        Ran ran = importing(people(
                "username,Email Address,role,workspaces,developer,phone",
                "ana,nope,wizard,nowhere;legal:wizard,maybe,x",
                "bob,,,,,",
                "bob,,,legal;legal,,"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("line 2, column `Email Address`: invalid e-mail address `nope`")
                .contains("line 2, column `developer`: invalid developer `maybe`, expected true or false")
                .contains("line 2, column `phone`: invalid phone number `x`")
                .contains("line 2, column `role`: unknown role `wizard`")
                .contains("line 2, column `workspaces`: no workspace `nowhere`")
                .contains("line 4, column `username`: `bob` is on line 3 too")
                .contains("line 4, column `workspaces`: `legal` is named twice")
                .contains("nothing was imported: 8 mistakes");
        assertThat(usernames()).containsExactly("olga");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsToldWhereItOpens() throws IOException {
        Ran ran = importing(people("username,email", "ana,nope", "bob,\"b@example.org", "eve,", "ivo,"));

        assertThat(ran.err())
                .contains("line 2, column `email`: invalid e-mail address `nope`")
                .contains("line 3: the quotation marks of cell 2 do not match");
    }

    @Test
    void shortRowsAreMistakesUnlessTheyAreToBeFilled() throws IOException {
        Path file = people("username,email,role", "ana", "bob,b@example.org,");

        Ran refused = importing(file);
        Ran filled = importing(file, "--fill-short-rows");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("line 2: the row has 1 cells, the heading 3", "--fill-short-rows");
        assertThat(filled.exit()).isZero();
        assertThat(usernames()).containsExactly("olga", "ana", "bob");
    }

    @Test
    void emptyCellsAndRowsAtTheEndDoNoHarmAndFullOnesDo() throws IOException {
        assertThat(importing(people("username,email,,", "ana,,,,,,", ",,,", "\t", "  ", "bob,,,"))
                        .exit())
                .isZero();
        assertThat(importing(people("username,email,", "eve,,x")).err())
                .contains(
                        "line 2: the row has 3 cells, the heading 2; put a cell that contains a separator in quotation");
    }

    @Test
    void columnsAreMappedAndLeftOutByName() throws IOException {
        Ran ran = importing(
                people("Who,Mail,Team,Notes,Name", "ana,a@example.org,legal,x,Ana A."),
                "--map",
                "who=username",
                "--map",
                "Team=workspaces",
                "--map",
                "Notes=-");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("imported: 1 user, 1 member").doesNotContain("left out");
        assertThat(user("ana").profile().displayName()).hasToString("Ana A.");
        assertThat(user("ana").email()).hasToString("a@example.org");
    }

    @Test
    void aWrongMapIsToldWithTheRestOfTheHeading() throws IOException {
        Ran ran = importing(
                people("Who,Frist Name,Login,User", "a,b,c,d"), "--map", "Whom=username", "--map", "Who=emial");

        assertThat(ran.err())
                .contains("--map: there is no column `Whom`")
                .contains("--map: unknown field `emial`, did you mean `email`?")
                .contains("unknown column `Frist Name`, did you mean `first_name`?")
                .contains("the columns `Login` and `User` both contain username, leave one out with --map 'User=-'");
    }

    @Test
    void allMistakesAreWrittenToAReportThatReplacesAnEarlierOneOnly() throws IOException {
        Path file = people(IntStream.range(0, 30)
                .mapToObj(at -> at == 0 ? "username,role" : "user" + at + ",wizard")
                .toArray(String[]::new));
        Path report = directory.resolve("report.csv");

        Ran first = importing(file, "--report", report.toString());
        Ran second = importing(file, "--report", report.toString());

        assertThat(first.err().lines().filter(line -> line.startsWith("line "))).hasSize(20);
        assertThat(first.err()).contains("and 9 more, see " + report);
        assertThat(second.exit()).isEqualTo(3);
        assertThat(Files.readAllLines(report))
                .hasSize(30)
                .startsWith("outcome,line,kind,field,column,reason")
                .last()
                .asString()
                .startsWith("wrong,30,user,role,role,\"unknown role `wizard`");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
        assertThat(importing(file, "--report", file.toString()).err()).contains("exists and is not a report");
        assertThat(Files.readAllLines(file)).hasSize(30);
    }

    @Test
    void standardInputInAnotherEncodingIsRefusedByName() {
        for (String text : List.of("username,first_name\nana,J\u00FCrgen\n", "{\"user\": \"J\u00FCrgen\"}\n")) {
            roster.terminal().type(text.getBytes(StandardCharsets.ISO_8859_1));

            Ran ran = roster.run("import", "-");

            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).startsWith("roster: the file on standard input is not UTF-8: ");
        }
    }

    @Test
    void aHyphenIsStandardInput() {
        roster.terminal().type("username;role\nana;reviewer\n");

        Ran ran = roster.run("import", "-");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(user("ana").role()).hasToString("reviewer");
        roster.terminal().type(roster.run("export", "-").out());
        assertThat(roster.run("import", "-", "--dry-run").err()).contains("would import: nothing");
    }

    @Test
    void whatTheListOfUsersPrintsIsReadIn() {
        roster.run(
                "users",
                "create",
                "ana",
                "--email",
                "a@example.org",
                "--phone",
                "+49 30 901820",
                "--developer",
                "true");
        roster.run("users", "create", "=cmd", "--first-name", "'+x", "--role", "admin");
        roster.run("users", "create", "off");
        roster.run("users", "deactivate", "off");
        roster.run("service-accounts", "create", "robot");
        roster.run("invitations", "create", "later@example.org");
        String printed = roster.run("users", "list", "--all", "--output", "csv").out();
        Roster other = new Roster();
        other.given();
        other.terminal().type(printed);

        Ran ran = other.run("import", "-");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("a service account", "an invitation");
        assertThat(ran.err()).contains("left out the columns `id`", "imported: 4 users", "skipped: 2");
        for (String username : List.of("olga", "ana", "=cmd", "off")) {
            User here = user(username);
            User there =
                    other.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
            assertThat(there.profile()).as(username).isEqualTo(here.profile());
            assertThat(there.role()).as(username).isEqualTo(here.role());
            assertThat(there.email()).as(username).isEqualTo(here.email());
            assertThat(there.developer()).as(username).isEqualTo(here.developer());
            assertThat(there.status()).as(username).isEqualTo(here.status());
        }
        assertThat(user("off").status()).isEqualTo(UserStatus.DEACTIVATED);
    }

    @Test
    void hashesOfPasswordsComeWithAColumnAndAreChecked() throws IOException {
        String hash = new FastPasswordHasher().hash(Password.chosen("correct horse"));

        Ran wrong = importing(people("username,password_hash", "ana,correct horse"));
        Ran right = importing(people("username,password_hash", "ana," + hash, "bob,"));

        assertThat(wrong.err())
                .contains("line 2, column `password_hash`: this is no password hash that Roster can check")
                .doesNotContain("correct horse");
        assertThat(right.exit()).as(right.err()).isZero();
        assertThat(roster.ports()
                        .passwords()
                        .find(user("ana").id())
                        .orElseThrow()
                        .hash())
                .isEqualTo(hash);
        assertThat(roster.ports().passwords().find(user("bob").id())).isEmpty();
    }

    @Test
    void theUsersFileOfArgillaIsRead() throws IOException {
        String hash = new FastPasswordHasher().hash(Password.chosen("correct horse"));
        Path file = file("users.yaml", """
                - username: ana
                  full_name: Ana Alva
                  email: ana@example.org
                  role: admin
                  api_key: a-key-of-ana
                  hashed_password: %s
                  workspaces: [legal, sales]
                - username: bob
                  hashed_password: "%s"
                  disabled: true
                  workspaces: []
                """.formatted(hash, hash).getBytes(StandardCharsets.UTF_8));

        Ran ran = importing(file);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("imported: 2 users, 2 members").doesNotContain("a-key-of-ana");
        assertThat(user("ana").role()).hasToString("admin");
        assertThat(user("ana").profile().displayName()).hasToString("Ana Alva");
        assertThat(user("bob").status()).isEqualTo(UserStatus.DEACTIVATED);
        assertThat(roster.ports()
                        .passwords()
                        .find(user("ana").id())
                        .orElseThrow()
                        .hash())
                .isEqualTo(hash);
        assertThat(roster.ports().userTokens().sealedOf(user("ana").id())).isEmpty();
    }

    @Test
    void allMistakesOfTheUsersFileOfArgillaAreTold() throws IOException {
        Path file = file(
                "users.yml",
                "- username: ana\n  emial: x\n  email: nope\n- role: wizard\n- username: bob\n  role: wizard\n"
                        .getBytes(StandardCharsets.UTF_8));

        Ran ran = importing(file);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("line 2: unknown key `emial`, did you mean `email`?")
                .contains("line 1, field `email`: invalid e-mail address `nope`")
                .contains("line 4, field `username`: a user has no username")
                .contains("line 5, field `role`: unknown role `wizard`");
        assertThat(importing(file("a.yaml", "users: {}\n".getBytes(StandardCharsets.UTF_8)))
                        .err())
                .contains("the file is not a list of users as in Argilla 1.x");
    }

    @Test
    void aLongHeadingAndLongRowsAreRead() throws IOException {
        String titles = IntStream.range(0, 500).mapToObj(at -> "extra" + at).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 500).mapToObj(at -> "x".repeat(300)).collect(Collectors.joining(","));

        assertThat(importing(people("username," + titles, "ana," + cells), "--ignore-columns")
                        .exit())
                .isZero();
    }
}
