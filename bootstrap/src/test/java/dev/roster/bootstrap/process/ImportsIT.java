package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who move from one installation to another by the packaged jar, through the doors of other products. */
class ImportsIT {
    private static final String TOKEN = "owner-token-0001";
    private static final String OLGA = "olga@lab.example";

    @TempDir
    Path directory;

    private RosterProcess there;

    private Map<String, String> environment(String name) {
        return Map.of("ROSTER_DATA_DIR", directory.resolve(name).toString());
    }

    @BeforeEach
    void somebodyIsThere() throws Exception {
        there = RosterProcess.server(environment("there"), "--username", OLGA, "--user-token", TOKEN);
        Api olga = new Api(there.url(), TOKEN);
        String organization = olga.get("/v1/organizations")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String projects = made(olga, "/v1/workspaces", "{'name': 'projects'}");
        for (String name : List.of("ada", "bo")) {
            String person =
                    made(olga, "/v1/users", "{'username': '%s', 'email': '%s@lab.example'}".formatted(name, name));
            String role = json("{'role': '%s'}".formatted(name.equals("ada") ? "annotator" : "reviewer"));
            for (String place : List.of("organizations/" + organization, "workspaces/" + projects)) {
                assertThat(olga.put("/v1/" + place + "/members/" + person, role).status())
                        .isEqualTo(200);
            }
        }
        made(olga, "/v1/users", "{'username': 'nameless'}");
        made(olga, "/v1/datasets", "{'name': 'Owls', 'workspace_id': '%s'}".formatted(projects));
    }

    @AfterEach
    void stop() {
        there.close();
    }

    private static String made(Api olga, String path, String body) throws Exception {
        Api.Answer answer = olga.post(path, json(body));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.text("id");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private RosterProcess.Ended bring(String platform, String path, String key, String... more) throws Exception {
        String[] arguments = {"import", platform, "--url", there.url() + path, "--api-key-stdin", "--output", "csv"};
        return RosterProcess.commandReading(
                key + "\n",
                environment(platform),
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    private String list(String store, String... arguments) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(store), arguments);
        assertThat(ended.exitCode()).as("%s", ended).isZero();
        return ended.out();
    }

    private void start(String store) throws Exception {
        RosterProcess.Ended made = RosterProcess.command(
                environment(store), "init", "--username", "root", "--user-token", "token-of-root");
        assertThat(made.exitCode()).as("%s", made).isZero();
    }

    @Test
    void throughLabelStudiosDoor() throws Exception {
        start("label-studio");

        RosterProcess.Ended dry = bring("label-studio", "/label-studio/", TOKEN, "--dry-run");

        // One without an e-mail address stays behind, so it does not end with 0.
        assertThat(dry.exitCode()).as("%s", dry).isEqualTo(3);
        assertThat(dry.out().lines())
                .contains(
                        "create,user,ada@lab.example,",
                        "create,dataset,Owls,without who created it",
                        "left out,user,nameless,\"has no e-mail address there, which is required here\"");
        assertThat(dry.err()).contains("reading `" + there.url() + "/label-studio/`", "to create: 3 users");
        assertThat(list("label-studio", "users", "list", "--output", "csv")).doesNotContain("ada@lab.example");

        RosterProcess.Ended brought = bring("label-studio", "/label-studio/", TOKEN, "--yes");

        assertThat(brought.exitCode()).as("%s", brought).isEqualTo(3);
        assertThat(brought.err())
                .contains("created: 3 users", "imported users have no password")
                .doesNotContain(TOKEN);
        assertThat(list("label-studio", "members", "list", "projects", "--output", "csv"))
                .contains("ada@lab.example", ",annotator,", "bo@lab.example", ",reviewer,");
        assertThat(bring("label-studio", "/label-studio/", TOKEN, "--yes").err())
                .contains("created: 0 users", "there before: 3 users");
    }

    @Test
    void throughArizesDoor() throws Exception {
        start("arize");

        RosterProcess.Ended dry = bring("arize", "/arize/", TOKEN, "--dry-run");

        assertThat(dry.out().lines()).contains("create,user,ada@lab.example,", "create,workspace,projects,");
        assertThat(list("arize", "users", "list", "--output", "csv")).doesNotContain("ada@lab.example");

        RosterProcess.Ended brought = bring("arize", "/arize/", TOKEN, "--yes");

        assertThat(brought.err()).contains("created: ", "note: ").doesNotContain(TOKEN);
        assertThat(list("arize", "users", "list", "--output", "csv")).contains("ada@lab.example", "bo@lab.example");
        assertThat(bring("arize", "/arize/", TOKEN, "--yes").err()).contains("created: 0 ");
    }

    @Test
    void aWrongKeyAndAnotherServerAreToldWithoutTheKey() throws Exception {
        start("label-studio");

        RosterProcess.Ended wrong = bring("label-studio", "/label-studio/", "secret-wrong", "--yes");
        RosterProcess.Ended other = bring("label-studio", "/v1/", TOKEN, "--yes");
        RosterProcess.Ended nothing = RosterProcess.commandReading(
                TOKEN + "\n",
                environment("label-studio"),
                "import",
                "label-studio",
                "--url",
                "http://127.0.0.1:1/",
                "--api-key-stdin",
                "--yes");

        for (RosterProcess.Ended ended : List.of(wrong, other, nothing)) {
            assertThat(ended.exitCode()).as("%s", ended).isEqualTo(3);
            assertThat(ended.err()).contains("roster: ").doesNotContain("secret-wrong", TOKEN, "Exception");
        }
        assertThat(wrong.err()).contains("does not accept the key");
        assertThat(list("label-studio", "users", "list", "--output", "csv")).doesNotContain("@lab.example");
    }
}
