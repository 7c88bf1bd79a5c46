package dev.roster.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(name = "roster", mixinStandardHelpOptions = true)
final class RootCommand implements Runnable {
    private final GivenOptions given;

    @Inject
    RootCommand(GivenOptions given) {
        this.given = given;
    }

    @Option(names = "--data-dir", paramLabel = "DIR", scope = ScopeType.INHERIT)
    void dataDirectory(String directory) {
        given.set("data-dir", directory);
    }

    @Override
    public void run() {}
}
