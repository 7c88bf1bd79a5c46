package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar, running. What it prints is kept; closing stops it the way Ctrl-C does. */
public final class RosterProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on (http\\S+)");
    private static final long PATIENCE = 120;

    private final Process process;
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final List<Thread> readers;

    /** What a command that ended left behind. */
    public record Ended(int exitCode, String out, String err) {}

    private RosterProcess(Map<String, String> environment, String input, List<String> arguments) throws IOException {
        process = builder(environment, words(arguments)).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        readers = List.of(
                read(process.inputReader(StandardCharsets.UTF_8), out),
                read(process.errorReader(StandardCharsets.UTF_8), err));
    }

    /** What to run the packaged jar with. */
    static List<String> words(List<String> arguments) {
        List<String> command = new ArrayList<>(ClassArchive.flags());
        command.addAll(List.of("-Xmx512m", "-jar", ClassArchive.jar()));
        command.add(0, ClassArchive.java());
        command.addAll(arguments);
        return command;
    }

    /** A process that finds no settings but those. */
    static ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ROSTER_") || name.startsWith("LABEL_STUDIO_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private Thread read(BufferedReader reader, List<String> lines) {
        Thread thread = new Thread(() -> {
            try (reader) {
                reader.lines().forEach(line -> {
                    lines.add(line);
                    if (line.startsWith("Stop with")) {
                        greeted.countDown();
                    }
                });
            } catch (IOException | UncheckedIOException ended) {
                lines.add("(" + ended.getMessage() + ")");
            }
            if (lines == out) {
                greeted.countDown();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Starts a server on a free port and returns when it has said where it is. */
    public static RosterProcess server(Map<String, String> environment, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("start", "--port", "0"));
        arguments.addAll(List.of(more));
        RosterProcess server = new RosterProcess(environment, "", arguments);
        assertThat(server.greeted.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(server.process.isAlive())
                .as("%s %s", server.out(), server.err())
                .isTrue();
        return server;
    }

    /** Runs a command to its end. */
    public static Ended command(Map<String, String> environment, String... arguments) throws Exception {
        return commandReading("", environment, arguments);
    }

    /** Begins a command, for a test that ends it or does something beside it. */
    static RosterProcess begin(Map<String, String> environment, String... arguments) throws IOException {
        return new RosterProcess(environment, "", List.of(arguments));
    }

    /** The same with something on standard input. */
    public static Ended commandReading(String input, Map<String, String> environment, String... arguments)
            throws Exception {
        return new RosterProcess(environment, input, List.of(arguments)).toTheEnd();
    }

    /** Waits for a command that ends by itself. */
    Ended toTheEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        for (Thread reader : readers) {
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        }
        return new Ended(process.exitValue(), out(), err());
    }

    public URI url() {
        Matcher matcher = LISTENS.matcher(out());
        assertThat(matcher.find()).as(out()).isTrue();
        return URI.create(matcher.group(1));
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    /** A synchronized list may be copied while lines come in, but not walked over. */
    private static String text(List<String> lines) {
        return String.join("\n", List.copyOf(lines));
    }

    /** Ends it at once, without a chance to tidy up, as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks it to stop and waits until it has. */
    public int stop() throws InterruptedException {
        // Process.destroy would close the streams too, and lose the last lines.
        process.toHandle().destroy();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
