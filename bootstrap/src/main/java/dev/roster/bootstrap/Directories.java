package dev.roster.bootstrap;

import dev.roster.cli.terminal.InstallationException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Directories that only their owner may enter. */
final class Directories {
    private Directories() {}

    /** Makes the directory where it is missing; one that is there is left as it is. */
    static void make(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                keepToOwner(directory);
            }
        } catch (IOException impossible) {
            throw new InstallationException(
                    "cannot create the data directory " + directory + ", choose another with --data-dir", impossible);
        }
    }

    private static void keepToOwner(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static Path makeThrowAway() {
        try {
            return Files.createTempDirectory("roster-demo-");
        } catch (IOException impossible) {
            throw new InstallationException("cannot create a directory for the demo", impossible);
        }
    }

    /** Deletes a throw-away directory with all in it. */
    static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
