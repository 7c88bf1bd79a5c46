package dev.roster.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An archive of the classes that the packaged jar loads, made once for all processes of a run, as the launcher of the
 * distribution makes one. The tests start some hundred processes, which take half the time with it.
 */
final class ClassArchive {
    private static final long PATIENCE = 180;

    private static final List<String> FLAGS = made();

    private ClassArchive() {}

    /** The packaged jar. */
    static String jar() {
        return System.getProperty("roster.jar", "target/roster.jar");
    }

    /** The JVM of the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a JVM starts fastest with; without an archive where none came about. */
    static List<String> flags() {
        return FLAGS;
    }

    private static List<String> made() {
        List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        try {
            Path directory =
                    Files.createTempDirectory(Path.of(jar()).toAbsolutePath().getParent(), "classes");
            Path archive = directory.resolve("roster.jsa");
            Path library = directory.resolve("native");
            if (run("-XX:ArchiveClassesAtExit=" + archive, library) && Files.exists(archive)) {
                flags.add("-XX:SharedArchiveFile=" + archive);
                flags.add("-Dorg.sqlite.lib.path=" + library);
            }
            return List.copyOf(flags);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static boolean run(String archiving, Path library) throws IOException {
        Process process = new ProcessBuilder(
                        java(), archiving, "-cp", jar(), "dev.roster.bootstrap.TrainingRun", library.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
