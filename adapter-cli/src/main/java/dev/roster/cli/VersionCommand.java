package dev.roster.cli;

import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(name = "version", header = "Print the version, as --version does.")
final class VersionCommand implements Runnable {
    private final Version version;
    private final Output output;

    @Inject
    VersionCommand(Version version, Output output) {
        this.version = version;
        this.output = output;
    }

    @Override
    public void run() {
        for (String line : version.getVersion()) {
            output.line(line);
        }
    }
}
