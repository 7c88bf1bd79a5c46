package dev.roster.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, ended with the run. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration MOST_TO_START = Duration.ofMinutes(2);
    private static final Duration MOST_OF_A_COMMAND = Duration.ofMinutes(15);
    private static final String READY = "/health/ready";
    private static final String LAST_WORDS = "Stop with";

    private final Process process;
    private final int port;
    private final Duration startedWithin;

    private ServerProcess(Process process, int port, Duration startedWithin) {
        this.process = process;
        this.port = port;
        this.startedWithin = startedWithin;
    }

    /** The packaged jar on a data directory; returns when it answers that it is ready. */
    public static ServerProcess roster(Path data, Map<String, String> settings) throws Exception {
        return roster(Installed.jar(), data, settings);
    }

    /** As that way to run Roster starts it. */
    static ServerProcess roster(Installed installed, Path data, Map<String, String> settings) throws Exception {
        ProcessBuilder builder = installed.command("start");
        builder.environment().putAll(settings);
        builder.environment().put("ROSTER_DATA_DIR", data.toString());
        return started(builder, data.resolve("output.log"), "");
    }

    /** On sample data; returns when it answers and has printed all that people are told. The directory is for the output. */
    static ServerProcess demo(Installed installed, Path data) throws Exception {
        return started(installed.command("start", "--demo"), data.resolve("output.log"), LAST_WORDS);
    }

    private static ServerProcess started(ProcessBuilder builder, Path output, String due) throws Exception {
        int port = freePort();
        builder.environment().put("ROSTER_PORT", Integer.toString(port));
        return started(builder, port, output, () -> Files.readString(output).contains(due) && answers(port, READY));
    }

    /** The server of another product; returns when it answers that path with 200. */
    public static ServerProcess other(ProcessBuilder builder, int port, String path, Path output) throws Exception {
        return started(builder, port, output, () -> answers(port, path));
    }

    private interface Ready {
        boolean is() throws IOException;
    }

    private static ServerProcess started(ProcessBuilder builder, int port, Path output, Ready ready) throws Exception {
        builder.redirectOutput(output.toFile());
        builder.redirectErrorStream(true);
        long start = System.nanoTime();
        ServerProcess server = new ServerProcess(builder.start(), port, Duration.ZERO);
        try {
            server.waitUntil(ready);
        } catch (IOException failed) {
            server.close();
            throw new IOException(Files.readString(output), failed);
        }
        return new ServerProcess(server.process, port, Duration.ofNanos(System.nanoTime() - start));
    }

    /** The bare handler, which returns that answer to that path. */
    static ServerProcess bare(String path, KeepAliveClient.Answer answer, Path body) throws Exception {
        Files.writeString(body, answer.body());
        List<String> arguments = new ArrayList<>(List.of(
                "-cp", System.getProperty("java.class.path"), BareServer.class.getName(), path, body.toString()));
        answer.headers().forEach((name, value) -> {
            if (!name.equals("date") && !name.equals("content-length")) {
                arguments.addAll(List.of(name, value));
            }
        });
        long start = System.nanoTime();
        Process process =
                java(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("\\d+")) {
                return new ServerProcess(process, Integer.parseInt(line), Duration.ofNanos(System.nanoTime() - start));
            }
        }
        throw new IOException("the bare server did not start");
    }

    /** Runs a command of the packaged jar on a data directory, until it ends. */
    public static void command(Path data, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("-jar", jar()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = java(words);
        builder.environment().put("ROSTER_DATA_DIR", data.toString());
        builder.redirectOutput(data.resolve("command.log").toFile());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        if (!process.waitFor(MOST_OF_A_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the command did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the command failed: " + Files.readString(data.resolve("command.log")));
        }
    }

    private static String jar() {
        return Path.of(Objects.requireNonNull(System.getProperty("roster.jar"), "roster.jar"))
                .toString();
    }

    private static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void waitUntil(Ready ready) throws Exception {
        long until = System.nanoTime() + MOST_TO_START.toNanos();
        while (!ready.is()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IOException("the server did not start");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static boolean answers(int port, String path) {
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            client.send(KeepAliveClient.get(path, "nobody"), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** From the start of the process to its first answer. */
    public Duration startedWithin() {
        return startedWithin;
    }

    /** The processor time that the process has used so far; unlike the clock, it does not mind who else is at work. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in bytes of the process and all that it started, where the system tells. */
    public OptionalLong residentBytes() throws IOException {
        if (!Files.exists(Path.of("/proc"))) {
            return OptionalLong.empty();
        }
        long all = 0;
        for (ProcessHandle one : tree()) {
            all += residentBytes(Path.of("/proc", Long.toString(one.pid()), "status"));
        }
        return OptionalLong.of(all);
    }

    private static long residentBytes(Path status) throws IOException {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> tree = tree();
        process.getOutputStream().close();
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        tree.forEach(ProcessHandle::destroyForcibly);
    }
}
