package dev.roster.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A virtual environment with packages of the Python index. It is kept for the next run until its requirements change. */
final class PythonEnvironment {
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final List<String> INTERPRETERS = List.of("python3.11", "python3.12", "python3.10", "python3");

    private final Path directory;

    private PythonEnvironment(Path directory) {
        this.directory = directory;
    }

    static PythonEnvironment with(Path directory, List<String> requirements) throws IOException, InterruptedException {
        Path ready = directory.resolve("ready");
        String wanted = String.join("\n", requirements);
        PythonEnvironment made = new PythonEnvironment(directory);
        // Only one that was finished has the mark.
        if (!Files.exists(ready) || !Files.readString(ready).equals(wanted)) {
            Files.createDirectories(directory);
            Path log = directory.resolve("install.log");
            Commands.run(
                    new ProcessBuilder(interpreter(log), "-m", "venv", "--clear", directory.toString()), MOST, log);
            List<String> words = new ArrayList<>(List.of("-m", "pip", "install", "--quiet", "--no-input"));
            words.addAll(requirements);
            Commands.run(made.python(words.toArray(String[]::new)), MOST, log);
            Files.writeString(ready, wanted);
        }
        return made;
    }

    private static String interpreter(Path log) throws IOException, InterruptedException {
        for (String candidate : INTERPRETERS) {
            if (isUsable(candidate, log)) {
                return candidate;
            }
        }
        throw new IOException("no usable interpreter among " + INTERPRETERS);
    }

    /** A shim may be on the path with nothing behind it. */
    private static boolean isUsable(String interpreter, Path log) throws InterruptedException {
        try {
            Commands.run(new ProcessBuilder(interpreter, "-c", "import ensurepip, venv"), MOST, log);
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Where packages lie. */
    Path packages() throws IOException {
        try (Stream<Path> versions = Files.list(directory.resolve("lib"))) {
            return versions.findFirst()
                    .orElseThrow(() -> new IOException("no packages in " + directory))
                    .resolve("site-packages");
        }
    }

    /** The interpreter with arguments, and without settings of the person who runs this. */
    ProcessBuilder python(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(directory.resolve("bin/python").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        return builder;
    }
}
