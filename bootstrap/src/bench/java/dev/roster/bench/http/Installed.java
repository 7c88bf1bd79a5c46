package dev.roster.bench.http;

import dev.roster.bench.Workplace;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A way to run Roster: the words in front of a command, and what they find in the environment. */
record Installed(String name, List<String> words, Map<String, String> environment) {
    private static final Duration MOST = Duration.ofMinutes(5);

    /** The packaged jar, with no option of the JVM. */
    static Installed jar() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Objects.requireNonNull(System.getProperty("roster.jar"), "roster.jar");
        return new Installed("`java -jar`", List.of(java, "-jar", jar), Map.of());
    }

    /** The jar, and the distributions that were built beside it. */
    static List<Installed> all(Workplace workplace) throws Exception {
        List<Installed> all = new ArrayList<>(List.of(jar()));
        Path target = Path.of(System.getProperty("bench.directory", "target"));
        try (DirectoryStream<Path> packed = Files.newDirectoryStream(target, "roster-*.tar.gz")) {
            for (Path distribution : packed) {
                all.add(unpacked(distribution, workplace));
            }
        }
        return all;
    }

    private static Installed unpacked(Path distribution, Workplace workplace) throws Exception {
        String file = distribution.getFileName().toString();
        Path folder = workplace.directory(file);
        await(new ProcessBuilder(
                "tar", "-xzf", distribution.toString(), "-C", folder.toString(), "--strip-components=1"));
        boolean hasRuntime = Files.exists(folder.resolve("runtime"));
        Path cache = workplace.directory(file + "-cache");
        Installed made = new Installed(
                hasRuntime ? "distribution with a runtime" : "distribution on this Java",
                List.of(folder.resolve("bin/roster").toString()),
                Map.of("XDG_CACHE_HOME", cache.toString(), "JAVA_HOME", System.getProperty("java.home")));
        made.run("--version");
        made.waitForArchive(cache.resolve("roster"));
        return made;
    }

    /** What the first run makes in the background. */
    private void waitForArchive(Path cache) throws Exception {
        long until = System.nanoTime() + MOST.toNanos();
        while (Files.isDirectory(cache) && isAtWork(cache) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean isAtWork(Path cache) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(cache, "*.lock")) {
            return locks.iterator().hasNext();
        }
    }

    /** A command, not started yet, whose output nobody reads. */
    ProcessBuilder command(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a command until it ends. */
    Took run(String... more) throws Exception {
        return await(command(more));
    }

    /** How long something took, and how much processor time, both in milliseconds. */
    record Took(double millis, double processorMillis) {}

    private static Took await(ProcessBuilder builder) throws Exception {
        double processor = ended();
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + builder.command());
        }
        double took = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IOException("failed: " + builder.command());
        }
        return new Took(took, ended() - processor);
    }

    /** The processor time of all processes that this one started and that have ended, in milliseconds, on Linux. */
    private static double ended() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        // In hundredths of a second, of the user and of the system: proc(5).
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10.0;
    }
}
