package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.roster.domain.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("secret.key");
    }

    private InstallationSecret kept() {
        return InstallationSecret.of(new SecretFile(file()).readOrMake());
    }

    @Test
    void fileIsMadeOnceForItsOwner() throws IOException {
        byte[] first = kept().derive("jwt");
        byte[] second = kept().derive("jwt");

        assertThat(first).hasSize(32).isEqualTo(second);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void fileIsItsOwnersAlone() throws IOException {
        assumeThat(Files.getFileStore(directory).supportsFileAttributeView("posix"))
                .isTrue();

        kept().derive("jwt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void fileThatOthersMayReadIsRefused() throws IOException {
        assumeThat(Files.getFileStore(directory).supportsFileAttributeView("posix"))
                .isTrue();
        kept().derive("jwt");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> kept().derive("jwt"))
                .withMessageContaining("chmod 600");
    }

    @Test
    void damagedFileIsNotReplaced() throws IOException {
        kept().derive("jwt");
        Files.writeString(file(), "c2hvcnQ=");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> kept().derive("jwt"))
                .withMessageContaining("damaged")
                .withMessageNotContaining("c2hvcnQ");
        assertThat(file()).hasContent("c2hvcnQ=");
    }

    @Test
    void allWhoStartAtOnceShareTheFirstSecret() {
        Set<String> secrets = new ConcurrentSkipListSet<>();

        IntStream.range(0, 32)
                .parallel()
                .forEach(starter -> secrets.add(HexFormat.of().formatHex(kept().derive("jwt"))));

        assertThat(secrets).hasSize(1);
    }

    @Test
    void eachUseHasItsOwnKey() {
        InstallationSecret secret = InstallationSecret.of("a secret of more than 32 characters");

        assertThat(secret.derive("jwt")).isNotEqualTo(secret.derive("user-token"));
        assertThat(secret).hasToString("InstallationSecret[hidden]");
    }

    @Test
    void shortTextIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> InstallationSecret.of("too short"))
                .withMessageNotContaining("too short");
    }
}
