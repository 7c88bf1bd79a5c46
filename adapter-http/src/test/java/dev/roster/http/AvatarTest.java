package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.SamplePicture;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of users, up and down. */
class AvatarTest {
    private static final byte[] RED = SamplePicture.png(0xff0000);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void uploadedPictureIsServedSafely() {
        Answer set = world.ask("noa", "PUT", "/v1/me/avatar").body(RED).send();
        Answer shown = world.ask("noa", "GET", "/v1/me/avatar").send();

        assertThat(set.status()).isEqualTo(204);
        assertThat(world.server.fakes().ports().avatars().find(world.noa)).contains(Avatar.ofPng(RED));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("PNG", "IHDR");
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Content-Length")).isEqualTo(Integer.toString(RED.length));
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(shown.header("Content-Disposition")).isEqualTo("inline; filename=\"avatar.png\"");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void knownPictureIsNotSentAgain() {
        world.ask("noa", "PUT", "/v1/me/avatar").body(RED).send();
        String tag = world.ask("noa", "GET", "/v1/me/avatar").send().header("ETag");

        Answer same = world.ask("noa", "GET", "/v1/me/avatar")
                .header("If-None-Match", tag)
                .send();
        world.ask("noa", "PUT", "/v1/me/avatar")
                .body(SamplePicture.png(0x0000ff))
                .send();
        Answer other = world.ask("noa", "GET", "/v1/me/avatar")
                .header("If-None-Match", tag)
                .send();

        assertThat(tag).isNotBlank();
        assertThat(same.status()).isEqualTo(304);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void initialsStandForWhoHasNoPicture() {
        world.ask("noa", "PATCH", "/v1/me")
                .json("{\"display_name\":\"<script>alert(1)</script> & \\\"Unal\\\"\"}")
                .send();

        Answer shown = world.ask("noa", "GET", "/v1/me/avatar").send();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(shown.header("Content-Disposition")).isEqualTo("inline; filename=\"avatar.svg\"");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(shown.text())
                .startsWith("<svg xmlns=")
                .contains(">SU</text>")
                .doesNotContain("script", "alert");
    }

    @Test
    void ownersReachThePicturesOfOthers() {
        String path = "/v1/users/" + world.zoe + "/avatar";

        assertThat(world.ask("ada", "PUT", path).body(RED).send().status()).isEqualTo(204);
        assertThat(world.ask("ada", "GET", path).send().header("Content-Type")).isEqualTo("image/png");
        assertThat(world.ask("noa", "GET", path).send().status()).isEqualTo(403);
        assertThat(world.ask("noa", "PUT", path).body(RED).send().status()).isEqualTo(403);
        assertThat(world.ask("noa", "DELETE", path).send().status()).isEqualTo(403);
        assertThat(world.ask("ada", "DELETE", path).send().status()).isEqualTo(204);
        assertThat(world.ask("zoe", "GET", path).send().header("Content-Type")).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<html><script>alert(1)</script>", "GIF"})
    void disguisesAreRefusedWhateverTheyClaim(String content) {
        Answer refused = world.ask("noa", "PUT", "/v1/me/avatar")
                .header("Content-Type", "image/png")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("avatar");
    }

    @Test
    void longUploadIsCutShort() {
        int most = AvatarLimits.usual().bytes();

        Answer refused = world.ask("noa", "PUT", "/v1/me/avatar")
                .body(new byte[most + 1])
                .send();

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.at("/detail")).contains(Integer.toString(most));
    }
}
