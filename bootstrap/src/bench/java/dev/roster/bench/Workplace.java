package dev.roster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for one run, gone afterwards. It lies beside the build, as what lies in memory needs no disk to be durable. */
public final class Workplace implements AutoCloseable {
    private final Path directory;

    public Workplace() throws IOException {
        Path parent = Path.of(System.getProperty("bench.directory", "target"));
        this.directory = Files.createTempDirectory(Files.createDirectories(parent), "bench");
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    /** A new directory in it. */
    public Path directory(String name) throws IOException {
        return Files.createDirectory(path(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
