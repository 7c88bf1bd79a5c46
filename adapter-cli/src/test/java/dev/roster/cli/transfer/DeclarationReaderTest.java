package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Change;
import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.DeclaredMember;
import dev.roster.application.declaration.DeclaredOrganization;
import dev.roster.application.declaration.DeclaredRole;
import dev.roster.application.declaration.DeclaredUser;
import dev.roster.application.declaration.DeclaredWorkspace;
import dev.roster.cli.FakeTerminal;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclarationReaderTest {
    private final FakeTerminal terminal = new FakeTerminal();
    private final DeclarationFile files = new DeclarationFile(terminal, () -> {
        throw new AssertionError("no faults are looked for here");
    });

    private DeclarationFile.Content content(String... lines) {
        terminal.type(String.join("\n", lines));
        DeclarationFile.Content content = files.read("-");
        content.requireFaultless(List.of());
        return content;
    }

    private Declaration read(String... lines) {
        return content(lines).declaration();
    }

    private List<String> mistakes(String... lines) {
        return catchThrowableOfType(MistakenFileException.class, () -> read(lines))
                .reasons();
    }

    @Test
    void everythingThatCanBeSaid() {
        Declaration read = read(
                "# who may do what",
                "roles:",
                "  curator:",
                "    description: |",
                "      Looks after datasets.",
                "      All of them.",
                "    permissions: [dataset:read, 'dataset:create', shop:BUY]",
                "    assigned-only:",
                "      - dataset:read",
                "    reaches-workspaces: true",
                "organizations:",
                "  \"The Lab\":",
                "    description: ~",
                "    members:",
                "      ada@lab.example: manager",
                "      007: ~",
                "      null:",
                "    workspaces:",
                "      legal: {title: 2026, description: All of us, members: {no: 'null'}}");

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new Declaration(
                        List.of(DeclaredRole.named(new RoleName("curator"))
                                .withDescription(Change.to("Looks after datasets.\nAll of them."))
                                .withPermissions(Change.to(PermissionSet.of(
                                        RosterPermission.DATASET_READ,
                                        RosterPermission.DATASET_CREATE,
                                        new RegisteredPermission("shop:BUY"))))
                                .withAssignedOnly(Change.to(PermissionSet.of(RosterPermission.DATASET_READ)))
                                .withReachesWorkspaces(Change.to(true))),
                        List.of(new DeclaredOrganization(
                                new OrganizationName("The Lab"),
                                Change.toNothing(),
                                List.of(
                                        new DeclaredMember("ada@lab.example", new RoleName("manager")),
                                        new DeclaredMember("007", null),
                                        new DeclaredMember("null", null)),
                                List.of(new DeclaredWorkspace(
                                        new WorkspaceName("legal"),
                                        Change.to("2026"),
                                        Change.to("All of us"),
                                        List.of(new DeclaredMember("no", new RoleName("null")))))))));
    }

    @Test
    void usersWithWhatTheyLogInWith() {
        Declaration read = read(
                "users:",
                "  olga: {email: olga@lab.example, role: owner, password: correct horse battery}",
                "  007: {token: 12345}",
                "  ann:");

        assertThat(read.users())
                .usingRecursiveComparison()
                .isEqualTo(List.of(
                        DeclaredUser.named(new Username("olga"))
                                .withEmail(new EmailAddress("olga@lab.example"))
                                .withRole(new RoleName("owner"))
                                .withPassword(Password.chosen("correct horse battery")),
                        DeclaredUser.named(new Username("007")).withToken(UserToken.of("12345")),
                        DeclaredUser.named(new Username("ann"))));
        assertThat(read.toString()).doesNotContain("correct horse", "12345");
    }

    @Test
    void mistakesOfUsersAreToldWithoutTheirSecrets() {
        List<String> told = mistakes(
                "users:", "  olga:", "    email: nobody", "    password: hunt22", "    token: 1234", "    pasword: x");

        assertThat(told)
                .hasSize(4)
                .anyMatch(line -> line.startsWith("line 3: "))
                .anyMatch(line -> line.startsWith("line 4: "))
                .anyMatch(line -> line.contains("did you mean `password`"));
        assertThat(String.join(" ", told)).doesNotContain("hunt22", "1234");
    }

    @Test
    void nothingSaidIsNotNobody() {
        Declaration read = read("organizations:", "  lab:", "  zoo: {members: }", "  pub: {members: {}}");

        assertThat(read.organizations())
                .extracting(DeclaredOrganization::members)
                .containsExactly(null, null, List.of());
    }

    @Test
    void allMistakesAreToldWithTheirLines() {
        assertThat(mistakes(
                        "rolls: {}",
                        "roles:",
                        "  curator:",
                        "    permision: [dataset:read]",
                        "    permissions: [dataset:raed, nonsense, shop:BUY, [dataset:read]]",
                        "    assigned-only: dataset:read",
                        "    reaches_workspaces: yes",
                        "    reaches-workspaces: yes",
                        "  curator: {}",
                        "  [a, b]: {}",
                        "organizations:",
                        "  lab:",
                        "    members: [ada]",
                        "    workspaces:",
                        "      not/good: {members: {ada: ' '}}",
                        "      birds: {titel: x, colour: red, title: [y], members: {eve: {role: viewer}, '': viewer}}",
                        "      long: {title: '" + "x".repeat(256) + "'}",
                        "  '': {description: [x]}"))
                .containsExactly(
                        "line 1: unknown key `rolls`, did you mean `roles`?",
                        "line 4: unknown key `permision`, did you mean `permissions`?",
                        "line 5: expected a list of texts for `permissions`, but found a list",
                        "line 5: unknown permission `dataset:raed`, did you mean `dataset:read`?",
                        "line 5: invalid permission `nonsense`, expected `resource:action` as in `dataset:read`",
                        "line 6: expected a list for `assigned-only`, but found a text",
                        "line 7: unknown key `reaches_workspaces`, did you mean `reaches-workspaces`?",
                        "line 8: expected true or false for `reaches-workspaces`",
                        "line 9: `curator` is already on line 3",
                        "line 10: expected a name before the colon, but found a list",
                        "line 13: expected names with values, but found a list",
                        "line 15: invalid workspace name `not/good`, expected 1 to 200 letters a-z, digits, `_` or"
                                + " `-`, starting with a letter or digit",
                        "line 15: role must not be empty",
                        "line 16: unknown key `titel`, did you mean `title`?",
                        "line 16: unknown key `colour`, expected title, description, members",
                        "line 16: expected a text for `title`, but found a list",
                        "line 16: expected a role, or ~ for the account role, but found names with values",
                        "line 16: user must not be empty",
                        "line 17: title has 256 characters, the maximum is 255",
                        "line 18: name must not be empty",
                        "line 18: expected a text for `description`, but found a list");
    }

    @Test
    void faultsFindTheirLines() {
        DeclarationFile.Content content =
                content("roles:", "  curator: {}", "organizations:", "  lab:", "    members:", "      ada: ~");

        assertThat(content.reader().lineOf(List.of("roles", "curator"))).isEqualTo(2);
        assertThat(content.reader().lineOf(List.of("organizations", "lab", "members", "ada")))
                .isEqualTo(6);
        assertThat(content.reader().lineOf(List.of("organizations", "lab", "members", "eve")))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "~", "---", "{}"})
    void emptyFileDeclaresNothing(String text) {
        assertThat(mistakes(text))
                .containsExactly(
                        "line 1: nothing is declared here, expected `roles`, `users`, `organizations` or `expect`");
    }

    @Test
    void malformedYamlIsToldWithItsLine() {
        assertThat(mistakes("roles:", "  curator: [dataset:read"))
                .singleElement()
                .asString()
                .startsWith("line 2: not YAML: ");
        assertThat(mistakes("roles:", "\tcurator: {}"))
                .singleElement()
                .asString()
                .startsWith("line 2: not YAML: ");
        assertThat(mistakes("roles:", "  \u0007: {}")).containsExactly("line 2: not YAML: the character U+0007");
    }

    @Test
    void secondDocumentIsRefused() {
        assertThat(mistakes("roles: {}", "---", "roles: {}"))
                .contains("line 3: a second document begins here, expected only one");
    }

    @Test
    void aliasesAreNotFollowed() {
        assertThat(mistakes("roles: &a {}", "organizations:", "  lab: *a"))
                .containsExactly("line 3: the alias `*a` is not supported, write out its content");
        assertThat(mistakes("organizations: &a", "  lab:", "    workspaces: *a"))
                .containsExactly("line 3: the alias `*a` is not supported, write out its content");
    }

    @Test
    void tagsMakeNothing() {
        assertThat(mistakes("roles: !!javax.script.ScriptEngineManager [x]"))
                .contains("line 1: the tag `tag:yaml.org,2002:javax.script.ScriptEngineManager` is not supported, "
                        + "leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void depthIsBounded(String opening) {
        assertThat(mistakes(opening.repeat(100_000))).containsExactly("line 1: more than 20 levels deep");
    }

    @Test
    void fileIsTextOfALength(@TempDir Path directory) throws IOException {
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Path marked = Files.writeString(directory.resolve("marked.yaml"), "\uFEFFroles: {}");
        ByteArrayOutputStream much = new ByteArrayOutputStream();
        much.writeBytes("# ".repeat(4 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
        much.write('\n');
        Path huge = Files.write(directory.resolve("huge.yaml"), much.toByteArray());

        assertThat(files.read(marked.toString()).declaration().roles()).isEmpty();
        assertRefused(binary, "is not UTF-8 text");
        assertRefused(huge, "is longer than 8388608 bytes, split it");
        assertRefused(directory, "cannot read");
        assertRefused(directory.resolve("nothing.yaml"), "there is no file");
    }

    private void assertRefused(Path file, String message) {
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> files.read(file.toString()))
                .withMessageContaining(message);
    }
}
