package dev.roster.cli.transfer;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which declaration, and what to make of what it leaves out. */
final class DeclarationOptions {
    @Parameters(paramLabel = "FILE", description = "A YAML file, or - for standard input.")
    private String file;

    @Option(
            names = "--prune",
            description = "Also remove members that the file does not list from organizations and workspaces whose "
                    + "members it lists.")
    private boolean prune;

    String file() {
        return file;
    }

    boolean prune() {
        return prune;
    }
}
