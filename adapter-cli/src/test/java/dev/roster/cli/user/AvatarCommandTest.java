package dev.roster.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.SamplePicture;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AvatarCommandTest {
    private static final byte[] RED = SamplePicture.png(0xff0000);

    private final Roster roster = new Roster();
    private final UserId ana = roster.given().user("ana").id();

    @TempDir
    private Path directory;

    private Ran set(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("upload"), content);
        return roster.run("users", "avatar", "set", "ana", file.toString());
    }

    @Test
    void pictureGoesInAndComesOut() throws IOException {
        Path file = directory.resolve("ana.png");

        Ran set = set(RED);
        Ran got = roster.run("users", "avatar", "get", "ana", file.toString(), "--output", "json");

        assertThat(set.exit()).isZero();
        assertThat(set.err()).startsWith("set the picture of `ana`");
        assertThat(got.exit()).isZero();
        assertThat(got.out()).contains("\"username\": \"ana\"", "\"width\": 3", "\"height\": 2", "\"sha256\": \"");
        assertThat(Files.readAllBytes(file)).isEqualTo(RED);
    }

    @Test
    void removedPictureCannotBeWritten() throws IOException {
        Path file = directory.resolve("ana.png");
        set(RED);

        Ran removed = roster.run("users", "avatar", "remove", "ana");
        Ran got = roster.run("users", "avatar", "get", "ana", file.toString());

        assertThat(removed.err()).startsWith("removed the picture of `ana`");
        assertThat(roster.ports().avatars().find(ana)).isEmpty();
        assertThat(got.exit()).isEqualTo(3);
        assertThat(got.err()).startsWith("roster: `ana` has no picture");
        assertThat(file).doesNotExist();
    }

    @Test
    void fileThatExistsIsLeftAlone() throws IOException {
        set(RED);
        Path file = Files.writeString(directory.resolve("ana.png"), "mine");

        Ran got = roster.run("users", "avatar", "get", "ana", file.toString());

        assertThat(got.exit()).isEqualTo(3);
        assertThat(got.err()).contains("exists, name another");
        assertThat(file).hasContent("mine");
    }

    @Test
    void whatIsNoPictureIsRefusedInALine() throws IOException {
        roster.ports().avatars().set(ana, Avatar.ofPng(RED));

        Ran refused = set(new byte[] {1, 2, 3});
        Ran missing = roster.run(
                "users", "avatar", "set", "ana", directory.resolve("nothing").toString());

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err().lines()).hasSize(1).first().asString().startsWith("roster: the avatar");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err()).startsWith("roster: there is no file");
        assertThat(roster.ports().avatars().find(ana)).contains(Avatar.ofPng(RED));
    }
}
