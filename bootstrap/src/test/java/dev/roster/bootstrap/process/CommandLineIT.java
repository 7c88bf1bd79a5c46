package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of Label Studio's user guide through the packaged jar, with the program's name changed and nothing else. */
class CommandLineIT {
    private static final String MIRA = "mira@example.org";
    private static final String PASSWORD = "correct horse 1";
    private static final String CHANGED = "Password successfully changed";

    @TempDir
    Path directory;

    private Map<String, String> environment() {
        return Map.of("LABEL_STUDIO_BASE_DATA_DIR", directory.resolve("data").toString());
    }

    private Map<String, String> with(String... more) {
        Map<String, String> variables = new HashMap<>(environment());
        for (int next = 0; next < more.length; next += 2) {
            variables.put(more[next], more[next + 1]);
        }
        return variables;
    }

    private RosterProcess.Ended roster(String... arguments) throws Exception {
        return RosterProcess.command(environment(), arguments);
    }

    private static int logIn(Api api, String password) throws Exception {
        return api.post("/v1/sessions", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(MIRA, password))
                .status();
    }

    private static List<String> typed(String prompt, String answer) {
        return List.of(prompt, answer + "\n");
    }

    @Test
    void accountIsCreatedOnceAndShown() throws Exception {
        try (RosterProcess first = RosterProcess.server(
                environment(), "--username", "Mira@Example.org", "--password", PASSWORD, "--user-token", "abcde")) {
            JsonNode me = new Api(first.url(), "abcde").get("/v1/me").body();
            assertThat(me.path("username").asText()).isEqualTo(MIRA);
            assertThat(me.path("email").asText()).isEqualTo(MIRA);
            assertThat(me.path("role").asText()).isEqualTo("owner");
        }
        Map<String, String> changed = with(
                "LABEL_STUDIO_USERNAME", MIRA,
                "LABEL_STUDIO_PASSWORD", "another horse 2",
                "LABEL_STUDIO_USER_TOKEN", "another-token");
        try (RosterProcess second = RosterProcess.server(changed)) {
            assertThat(second.out()).startsWith("User " + MIRA + " already exists\n");
            Api api = new Api(second.url(), "abcde");
            assertThat(logIn(api, PASSWORD)).isEqualTo(201);
            assertThat(logIn(api, "another horse 2")).isEqualTo(401);
            assertThat(api.as("another-token").get("/v1/me").status()).isEqualTo(401);
            showsNamesThatPythonReads(api);
        }
    }

    private void showsNamesThatPythonReads(Api mira) throws Exception {
        assertThat(mira.patch("/v1/users/" + mira.get("/v1/me").text("id"), """
                {"first_name": "O'Neil \\"Mi\\" \\\\n", "last_name": "\\uD83D\\uDE80 Müller", "display_name": "'"}
                """).status())
                .isEqualTo(200);

        RosterProcess.Ended shown = roster("user", "--username", MIRA);
        RosterProcess.Ended before = roster("--username", MIRA, "user");
        RosterProcess.Ended unknown = roster("user", "--username", "no'\"body\n\\");

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out().lines()).hasSize(2).startsWith("=> User info:");
        assertThat(before).isEqualTo(shown);
        JsonNode user = Python.literal(Python.lastLine(shown));
        List<String> fields = new ArrayList<>();
        user.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly(
                        "id",
                        "first_name",
                        "last_name",
                        "username",
                        "email",
                        "last_activity",
                        "avatar",
                        "initials",
                        "phone",
                        "active_organization",
                        "token",
                        "status");
        assertThat(user.path("first_name").asText()).isEqualTo("O'Neil \"Mi\" \\n");
        assertThat(user.path("last_name").asText()).isEqualTo("\uD83D\uDE80 Müller");
        assertThat(user.path("username").asText()).isEqualTo("'");
        assertThat(user.path("active_organization").asInt()).isEqualTo(1);
        assertThat(user.path("token").asText()).isEqualTo("abcde");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.out().lines()).hasSize(1);
        assertThat(Python.literal(unknown.out().strip()).path("message").asText())
                .isEqualTo("user no'\"body\n\\ doesn't exist");
    }

    @Test
    void passwordIsResetInAllThreeFormsOfTheGuide() throws Exception {
        RosterProcess.Ended made = roster("init", "--username", MIRA, "--password", PASSWORD, "--user-token", "four");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out())
                .contains("has 4 characters and is not applied: at least 5 are needed")
                .contains("Created the first owner, `" + MIRA + "`");
        try (RosterProcess server = RosterProcess.server(environment())) {
            Api api = new Api(server.url(), "");

            RosterProcess.Ended given = roster("reset_password", "--username", MIRA, "--password", "given 1234");
            assertThat(Python.lastLine(given)).isEqualTo(CHANGED);
            assertThat(logIn(api, "given 1234")).isEqualTo(201);

            RosterProcess.Ended piped =
                    RosterProcess.commandReading(MIRA + "\npiped 1234\n", environment(), "reset_password");
            assertThat(piped.out().lines()).containsExactly("Username: ", "New password:", CHANGED);
            assertThat(logIn(api, "piped 1234")).isEqualTo(201);

            RosterProcess.Ended asked = Python.atTerminal(
                    environment(), List.of(typed("New password:", "asked 1234")), "reset_password", "--username", MIRA);
            assertThat(asked.out()).contains(CHANGED).doesNotContain("asked 1234");
            assertThat(logIn(api, "asked 1234")).isEqualTo(201);

            RosterProcess.Ended both = Python.atTerminal(
                    environment(),
                    List.of(typed("Username: ", MIRA), typed("New password:", "typed 1234")),
                    "reset_password");
            assertThat(both.exitCode()).isZero();
            assertThat(both.out())
                    .contains("Username: " + MIRA, CHANGED)
                    .doesNotContain("typed 1234", "Repeat the input");
            assertThat(logIn(api, "typed 1234")).isEqualTo(201);
        }
        RosterProcess.Ended same = roster("reset-password", "--username", MIRA, "--password", "typed 1234");
        RosterProcess.Ended nobody = RosterProcess.commandReading("nobody\n", environment(), "reset_password");
        assertThat(same.exitCode()).isEqualTo(3);
        assertThat(Python.lastLine(same)).isEqualTo("Entered password is the same as current");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(Python.lastLine(nobody)).isEqualTo("User with username nobody not found");
    }

    @Test
    void startAsksForThePasswordAtATerminalAndServes() throws Exception {
        RosterProcess.Ended served = Python.atTerminal(
                environment(),
                List.of(typed("User password for " + MIRA + ": ", PASSWORD), List.of("Stop with Ctrl-C.", "\u0003")),
                "start",
                "--port",
                "0",
                "--username",
                MIRA);

        assertThat(served.out())
                .contains("Created the first owner, `" + MIRA + "`", "listens on", "stopped")
                .doesNotContain(PASSWORD);
        RosterProcess.Ended same = roster("reset-password", "--username", MIRA, "--password", PASSWORD);
        assertThat(Python.lastLine(same)).isEqualTo("Entered password is the same as current");
    }

    @Test
    void initAsksAtATerminal() throws Exception {
        RosterProcess.Ended made = Python.atTerminal(
                environment(),
                List.of(typed("Email: ", ""), typed("User password for default_user@localhost: ", PASSWORD)),
                "init");

        assertThat(made.exitCode()).isZero();
        assertThat(made.out())
                .contains("Please enter default user email, or press Enter to use default_user@localhost")
                .contains("Created the first owner, `default_user@localhost`", "The store is ready: ")
                .doesNotContain(PASSWORD);
    }

    /** As the guide has it: with the switch on, the page takes those alone who come by the link. */
    @Test
    void signUpIsRestrictedToThoseWithTheLink() throws Exception {
        Map<String, String> restricted = with(
                "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK",
                "True",
                "LABEL_STUDIO_USERNAME",
                MIRA,
                "LABEL_STUDIO_PASSWORD",
                PASSWORD,
                "LABEL_STUDIO_USER_TOKEN",
                "token-of-mira");
        try (RosterProcess server = RosterProcess.server(restricted)) {
            assertThat(signUp(server, "", "ann@example.org")).isEqualTo(403);
            assertThat(signUp(server, "?token=9c1185a5c5e9fc54", "ann@example.org"))
                    .isEqualTo(403);
            assertThat(signUp(server, link(server), "ann@example.org")).isEqualTo(302);
        }
        try (RosterProcess server = RosterProcess.server(with("LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", "off"))) {
            assertThat(signUp(server, "", "bob@example.org")).isEqualTo(302);
            assertThat(signUp(server, "?token=9c1185a5c5e9fc54", "cid@example.org"))
                    .isEqualTo(403);
        }
    }

    /** The query of the organization's invite link. */
    private static String link(RosterProcess server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/label-studio/api/invite"))
                .header("Authorization", "Token token-of-mira")
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return "?token=" + new ObjectMapper().readTree(answer).path("token").asText();
    }

    /** What the page answers to its own form. */
    private static int signUp(RosterProcess server, String query, String email) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        URI page = server.url().resolve("/label-studio/user/signup/" + query);
        browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        String csrf = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("csrftoken"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        String form = "email=" + email.replace("@", "%40") + "&password=" + PASSWORD.replace(' ', '+')
                + "&csrfmiddlewaretoken=" + csrf;
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", server.url().toString().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void versionIsWhatTheOptionPrints() throws Exception {
        RosterProcess.Ended version = roster("version");

        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).isNotBlank().isEqualTo(roster("--version").out());
    }

    @Test
    void whatIsAskedIsAnsweredByLinesOfAPipeToo() throws Exception {
        RosterProcess.Ended made = RosterProcess.commandReading(MIRA + "\n" + PASSWORD + "\n", environment(), "init");
        RosterProcess.Ended reset =
                RosterProcess.commandReading("piped 1234\n", environment(), "reset_password", "--username", MIRA);
        RosterProcess.Ended empty =
                RosterProcess.commandReading("\n", environment(), "reset_password", "--username", MIRA);

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("Email: ", "User password for " + MIRA + ": ", "Created the first owner");
        assertThat(Python.lastLine(reset)).isEqualTo(CHANGED);
        assertThat(Python.lastLine(empty)).isEqualTo("Can not set empty password");
        assertThat(empty.exitCode()).isEqualTo(3);
    }

    @Test
    void settingsSayWhichVariableTheyAreFrom() throws Exception {
        RosterProcess.Ended settings =
                RosterProcess.command(with("LABEL_STUDIO_PORT", "8123", "LABEL_STUDIO_PASSWORD", PASSWORD), "settings");
        RosterProcess.Ended wrong =
                RosterProcess.command(with("LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", "perhaps"), "settings");

        assertThat(settings.out())
                .containsPattern("port +8123 +LABEL_STUDIO_PORT")
                .doesNotContain(PASSWORD);
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).startsWith("roster: invalid LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK `perhaps`");
    }
}
