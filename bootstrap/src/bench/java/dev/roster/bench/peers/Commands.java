package dev.roster.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs commands to their end, or ends them with all that they started. */
final class Commands {
    private static final int SHOWN = 400;

    private Commands() {}

    /** @param output where it goes, shown in part if the command fails */
    static void run(ProcessBuilder builder, Duration most, Path output) throws IOException, InterruptedException {
        builder.redirectOutput(output.toFile());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        boolean ended = false;
        try {
            process.getOutputStream().close();
            ended = process.waitFor(most.toSeconds(), TimeUnit.SECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (!ended) {
            throw new IOException("not done after " + most.toSeconds() + " s: " + builder.command());
        }
        if (process.exitValue() != 0) {
            String said = Files.readString(output);
            throw new IOException(
                    builder.command().get(0) + " failed: " + said.substring(Math.max(0, said.length() - SHOWN)));
        }
    }
}
