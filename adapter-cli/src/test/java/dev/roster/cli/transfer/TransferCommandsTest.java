package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransferCommandsTest {
    private final Roster roster = new Roster();

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path people(String... rows) throws IOException {
        return file("people.csv", String.join("\n", rows) + "\n");
    }

    private static Ran importing(Roster where, Path file, String... more) {
        return where.run(Stream.concat(Stream.of("import", file.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private Ran importing(Path file, String... more) {
        return importing(roster, file, more);
    }

    private String export(Roster where, String name, String... more) throws IOException {
        Path file = directory.resolve(name);
        Ran ran = where.run(Stream.concat(Stream.of("export", file.toString()), Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return Files.readString(file);
    }

    /** Under ids of its own, since each installation in memory counts from one. */
    private static Roster other() {
        Roster other = new Roster();
        IntStream.range(0, 100).forEach(at -> other.ports().ids().next());
        return other;
    }

    private static void populate(Roster where) {
        Given given = where.given();
        Workspace legal = given.workspace("legal");
        where.ports().workspaces().update(legal.withDescription("Contracts"));
        Dataset letters = given.assignedDataset("letters", legal);
        given.owner("olga").email("olga@example.org").password("correct horse").token("a-chosen-token");
        GivenUser jurgen =
                given.user("Jürgen \"J\" Köhler 🦊").in(given.organization()).in(legal, PredefinedRole.VIEWER.role());
        jurgen.assignedTo(letters).granted(given.role("commenter", RosterPermission.DATASET_READ), letters);
        where.ports().contributions().record(letters.id(), jurgen.id(), 5, Given.THEN);
        attach(where, AnnexOwner.of(letters.id()));
        attach(where, AnnexOwner.of(legal.organization()));
        attach(where, AnnexOwner.of(jurgen.id()));
        given.user("gone").status(UserStatus.DELETED);
        User olga = where.ports().users().findByUsername(NameKey.of("olga")).orElseThrow();
        Profile profile = olga.profile()
                .withLastName(new PersonName("Marin"))
                .withDisplayName(new PersonName("Olga M."))
                .withPhone(new PhoneNumber("+49 30 901820"))
                .withPronouns(new Pronouns("she/her"));
        where.ports().users().update(olga.withProfile(profile));
    }

    private static void attach(Roster where, AnnexOwner owner) {
        where.ports().annexes().add(new Annex(owner, 0, "argilla:field", "text", "{\"ü\":\"\\n\"}", Given.THEN));
    }

    private List<String> usernames() {
        return roster.ports().users().list(UserFilter.all(), PageRequest.first()).items().stream()
                .map(user -> user.username().value())
                .toList();
    }

    private User user(String username) {
        return roster.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
    }

    private static String body(String export) {
        return export.substring(export.indexOf('\n'));
    }

    @Test
    void whatWasExportedIsImportedAndExportedToTheByte() throws IOException {
        Roster source = other();
        populate(source);
        roster.given();
        String first = export(source, "first.jsonl", "--with-password-hashes");

        Ran ran = importing(directory.resolve("first.jsonl"));

        assertThat(first)
                .contains("\"pronouns\":\"she/her\"", "\"description\":\"Contracts\"")
                .contains("{\"type\":\"annex\",\"dataset_id\":\"")
                .contains("{\"type\":\"organization_annex\",\"organization_id\":\"")
                .contains("{\"type\":\"user_annex\",\"user_id\":\"");
        assertThat(user("olga").profile())
                .isEqualTo(source.ports()
                        .users()
                        .findByUsername(NameKey.of("olga"))
                        .orElseThrow()
                        .profile());
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.err())
                .contains("imported: 1 role, 1 organization, 3 users, 1 organization member, 1 workspace, 1 member")
                .contains("skipped: 0", "imported users have no user token");
        assertThat(body(export(roster, "second.jsonl", "--with-password-hashes")))
                .isEqualTo(body(first));
    }

    @Test
    void exportBeginsWithAHeaderAndHoldsNoSecret() throws IOException {
        populate(roster);

        String export = export(roster, "roster.jsonl");

        assertThat(export).startsWith("{\"roster_export\":1,\"at\":\"2026-03-02T09:00:00.123456Z\"}\n");
        assertThat(export).contains("Jürgen \\\"J\\\" Köhler 🦊").endsWith("}\n");
        assertThat(export).doesNotContain("a-chosen-token", "fast$", "hash", "digest", "\"number\"");
    }

    @Test
    void hashesGoAlongOnlyWhenAskedForAndWithAWarning() throws IOException {
        populate(roster);

        Ran ran = roster.run("export", directory.resolve("all.jsonl").toString(), "--with-password-hashes");

        assertThat(ran.err()).contains("warning: this export contains password hashes");
        assertThat(Files.readString(directory.resolve("all.jsonl"))).contains("\"password_hash\":\"fast$");
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        populate(roster);

        export(roster, "roster.jsonl");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("roster.jsonl"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void fileThatExistsIsOverwrittenOnlyByForce() throws IOException {
        populate(roster);
        Path file = file("roster.jsonl", "precious");

        Ran refused = roster.run("export", file.toString());

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("exists, name another or add --force");
        assertThat(file).hasContent("precious");
        assertThat(roster.run("export", file.toString(), "--force").exit()).isZero();
        assertThat(Files.readString(file)).startsWith("{\"roster_export\"");
    }

    @Test
    void standardOutputIsPlainAscii() throws IOException {
        populate(roster);

        Ran ran = roster.run("export", "-");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("{\"roster_export\"").isASCII();
        Roster other = other();
        other.given();
        assertThat(importing(other, file("piped.jsonl", ran.out())).exit()).isZero();
        assertThat(body(export(other, "again.jsonl"))).isEqualTo(body(export(roster, "first.jsonl")));
    }

    @Test
    void dryRunOfAFileDoesNothing() throws IOException {
        roster.given().owner("olga");

        Ran ran = importing(people("username", "ana", "bob"), "--dry-run");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("would import: 2 users").doesNotContain("user token");
        assertThat(usernames()).containsExactly("olga");
    }

    @Test
    void csvIsReadAsSpreadsheetsWriteIt() throws IOException {
        roster.given().owner("olga");
        roster.given().workspace("legal");
        roster.given().workspace("sales");
        Path file = file(
                "people.CSV",
                String.join(
                        "\r\n",
                        "\uFEFFusername,Email,first_name,last_name,display_name,role,workspaces",
                        "jürgen,j@example.org,Jürgen,\"Köhler, \"\"der\"\" Zweite\",,annotator,legal;sales:manager",
                        "",
                        "eve,,=1+1,+49,@x,,",
                        "short,,,,,,",
                        ""));

        Ran ran = importing(file);

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(usernames()).containsExactly("olga", "jürgen", "eve", "short");
        assertThat(user("jürgen").profile().lastName()).hasToString("Köhler, \"der\" Zweite");
        assertThat(user("jürgen").email()).hasToString("j@example.org");
        assertThat(user("eve").profile().firstName()).hasToString("=1+1");
        assertThat(user("short").profile().firstName()).hasToString("short");
        Workspace sales = roster.given().workspace("sales");
        assertThat(roster.ports()
                        .memberships()
                        .find(Place.of(sales.id()), user("jürgen").id())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.MANAGER.ref());
    }

    @Test
    void wrongRowsAreShownWithLineAndFieldAndNothingIsImported() throws IOException {
        roster.given().owner("olga");

        Ran ran = importing(people(
                "username,email,role",
                "ana,nope,",
                "bob,,wizard",
                "\"eve",
                "adam\",,",
                "",
                "ivo,,,too,many",
                "good,,"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("line 2, column `email`: invalid e-mail address `nope`")
                .contains("line 3, column `role`: unknown role `wizard`")
                .contains("line 4, column `username`: username contains the control")
                .contains("line 7: the row has 5 cells")
                .contains("nothing was imported: 4 mistakes");
        assertThat(usernames()).containsExactly("olga");
    }

    @Test
    void peopleSeeTheFirstTwentyAndProgramsAll() throws IOException {
        roster.given().owner("olga");
        Path file = people(IntStream.range(0, 30)
                .mapToObj(at -> at == 0 ? "username,role" : "user" + at + ",wizard")
                .toArray(String[]::new));

        Ran people = importing(file);
        Ran program = importing(file, "--output", "csv");

        assertThat(people.err().lines().filter(line -> line.startsWith("line ")))
                .hasSize(20);
        assertThat(people.err()).contains("and 9 more", "29 mistakes");
        assertThat(program.out().lines()).hasSize(30).first().isEqualTo("outcome,line,kind,field,column,reason");
    }

    @Test
    void whoIsThereIsSkippedAndTold() throws IOException {
        roster.given().owner("olga").email("olga@example.org");

        Ran ran = importing(people("username,email", "OLGA,", "other,olga@example.org", "ana,"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("a user here already has the username `olga`", "a user here already has the email");
        assertThat(ran.err()).contains("imported: 1 user", "skipped: 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username,password     | unknown column `password`; expected some of username",
                "first_name            | the file has neither a column `username` nor `email`",
                "username,username     | the columns `username` and `username` both contain username",
            })
    void headingThatIsNoneIsRefused(String heading, String message) throws IOException {
        roster.given().owner("olga");

        Ran ran = importing(people(heading, "a"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void mistakesInTheHeadingDoNotHideThoseInRows() throws IOException {
        roster.given().owner("olga");

        Ran ran =
                importing(people("username,rolle,xyz,workspaces,role", "ana,,,legl,wizard", "ok,,,,", ",,,,annotator"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("line 1: unknown column `rolle`, did you mean `role`?" + System.lineSeparator())
                .contains("line 1: unknown column `xyz`; expected some of username, email, ")
                .contains("line 2, column `role`: unknown role `wizard`")
                .contains("line 2, column `workspaces`: ")
                .contains("line 4, column `username`: ");
        assertThat(ran.err()).containsOnlyOnce("--ignore-columns");
    }

    @Test
    void misspelledNamesInCellsGetSuggestions() throws IOException {
        roster.given().owner("olga");
        roster.given().workspace("legal");

        Ran ran = importing(people("username,workspaces,role", "ana,legl,annotater"));

        assertThat(ran.err()).contains("did you mean `legal`?", "did you mean `annotator`?");
    }

    @Test
    void filesThatAreNotWhatTheySayAreRefused() throws IOException {
        roster.given().owner("olga");
        Path latin =
                Files.write(directory.resolve("latin.csv"), "username\njürgen\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(importing(latin).err()).contains("is not UTF-8");
        assertThat(importing(people("username", "\"ana")).err()).contains("line 2: the quotation marks of cell 1");
        assertThat(importing(file("empty.csv", "")).err()).contains("the file is empty");
        assertThat(importing(file("other.jsonl", "{\"users\":1}\n")).err()).contains("it is not an export of Roster");
        assertThat(importing(file("new.jsonl", "{\"roster_export\":2}\n")).err())
                .contains("an export of version 2");
        assertThat(importing(file("people.dat", "username\nana\n")).err()).contains("add --format jsonl, csv or yaml");
        assertThat(importing(directory.resolve("missing.csv")).err()).contains("there is no file");
        assertThat(usernames()).containsExactly("olga");
        assertThat(importing(file("people.dat", "username\nana\n"), "--format", "csv")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"type\":\"user\"} {}",
                "{\"type\":\"wizard\"}",
                "{\"type\":\"user\",\"type\":\"user\"}",
                "{\"type\":\"organization\",\"id\":\"1\"}",
                "{\"type\":\"assignment\",\"dataset_id\":\"00000000-0000-4000-8000-000000000000\","
                        + "\"user_id\":\"00000000-0000-4000-8000-000000000000\",\"assigned_at\":\"+1000000-01-01T00:00:00Z\"}",
                "{\"type\":\"permission\",\"permission\":\"arize:X\",\"description\":\"\",\"token\":\"secret\"}",
                "{\"type\":\"permission\",\"permission\":\"user:read\",\"description\":\"\"}",
                "{\"type\":\"permission\",\"permission\":7,\"description\":\"\"}"
            })
    void linesThatAreNoEntriesAreWrong(String line) throws IOException {
        roster.given().owner("olga");

        Ran ran = importing(file("some.jsonl", "{\"roster_export\":1}\n\n" + line + "\n"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("line 3", "1 mistake");
    }

    @Test
    void progressIsDrawnWhereSomebodyLooks() throws IOException {
        roster.given().owner("olga");
        Path file = file(
                "people.csv",
                "username\n"
                        + IntStream.range(0, 3_000)
                                .mapToObj(at -> "user-" + at + "\n")
                                .collect(Collectors.joining()));

        assertThat(importing(file, "--dry-run").err()).doesNotContain("%");
        roster.terminal().columns(80);
        assertThat(importing(file, "--dry-run").err()).contains("\r[", "] 100 %");
        assertThat(importing(file, "--dry-run", "--quiet").err()).isEmpty();
    }

    @Test
    void fileIsNeededAndArgillaIsACommand() {
        assertThat(roster.run("import").exit()).isEqualTo(2);
        assertThat(roster.run("import").err()).startsWith("roster: missing required parameter: 'FILE'");
        assertThat(roster.run("import", "argilla", "--help").out()).contains("roster import argilla");
        assertThat(roster.run("import", "x.csv", "--format", "xml").err())
                .startsWith("roster: --format: invalid format `xml`, expected jsonl, csv or yaml");
    }
}
