package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsAtRestTest {
    @Test
    void noFileHoldsASecretInClear(@TempDir Path directory) throws IOException {
        try (OpenStores stores = new OpenStores()) {
            Ports ports = stores.open(StoreAddress.file(directory.resolve("roster.db")));
            new Given(ports)
                    .user("ana-unal")
                    .password("a clear password")
                    .token("a-clear-token")
                    .session("a-clear-key");

            List<String> files = contents(directory);

            assertThat(files).hasSizeGreaterThan(1).anyMatch(content -> content.contains("ana-unal"));
            assertThat(files)
                    .noneMatch(content -> content.contains("a clear password")
                            || content.contains("a-clear-token")
                            || content.contains("a-clear-key"));
        }
    }

    private static List<String> contents(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(SecretsAtRestTest::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
