package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two server processes on one PostgreSQL: a change through one counts for the next request on the other. */
class TwoNodesIT {
    private static final String TOKEN = "owner-token-0001";

    @TempDir
    Path directory;

    private RosterProcess node(EmbeddedPostgres postgres, String name) throws Exception {
        Map<String, String> environment = Map.of(
                "ROSTER_DATA_DIR",
                directory.resolve(name).toString(),
                "ROSTER_DATABASE",
                "postgres://postgres@127.0.0.1:" + postgres.getPort() + "/postgres",
                "ROSTER_SECRET_KEY",
                "one secret for all the nodes of this test");
        return RosterProcess.server(environment, "--username", "olga", "--user-token", TOKEN);
    }

    @Test
    void changeThroughOneCountsOnTheOther() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                RosterProcess first = node(postgres, "first");
                RosterProcess second = node(postgres, "second")) {
            Api olga = new Api(first.url(), TOKEN);
            Api ana = olga.makeUser("ana", "annotator");
            Api anaThere = new Api(second.url(), ana.token());
            String id = ana.get("/v1/me").text("id");

            assertThat(anaThere.get("/v1/users").status()).isEqualTo(403);
            olga.patch("/v1/users/" + id, "{\"role\":\"owner\"}");
            assertThat(anaThere.get("/v1/users").status()).isEqualTo(200);
            olga.patch("/v1/users/" + id, "{\"role\":\"annotator\"}");
            assertThat(anaThere.get("/v1/users").status()).isEqualTo(403);
            assertThat(anaThere.get("/v1/me/token").text("user_token")).isEqualTo(ana.token());
            olga.delete("/v1/users/" + id);
            assertThat(anaThere.get("/v1/me").status()).isEqualTo(401);
        }
    }
}
