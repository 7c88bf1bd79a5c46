package dev.roster.cli;

import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.OutputFormat;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share. The commands themselves are those of {@link CommandTree}. */
@Command(
        name = "roster",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Users, workspaces, roles and one permission policy for a data-annotation platform.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n")
final class RootCommand {
    private final GivenOptions given;
    private final Choices choices;

    @Inject
    RootCommand(GivenOptions given, Choices choices) {
        this.given = given;
        this.choices = choices;
    }

    @Option(
            names = "--data-dir",
            order = 1,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The directory of the store, the secrets and roster.properties; default: ~/.roster.")
    void dataDirectory(@Nullable String directory) {
        given.set("data-dir", directory);
    }

    @Option(
            names = "--database",
            order = 2,
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The store: postgres://…, jdbc:postgresql://… or jdbc:sqlite:FILE; default: a SQLite file in "
                    + "the data directory. Other users of this machine can see a password in the URL: set "
                    + "ROSTER_DATABASE instead.")
    void database(@Nullable String url) {
        given.set("database", url);
    }

    @Option(
            names = "--output",
            order = 3,
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "table for people, json or csv for programs; default: table.")
    void output(@Nullable OutputFormat format) {
        if (format != null) {
            choices.format(format);
        }
    }

    @Option(
            names = {"-q", "--quiet"},
            order = 4,
            scope = ScopeType.INHERIT,
            description = "Print only data and errors.")
    void quiet(boolean quiet) {
        if (quiet) {
            choices.beQuiet();
        }
    }

    @Option(
            names = "--verbose",
            order = 5,
            scope = ScopeType.INHERIT,
            description = "For an internal error, also show its place in the code.")
    void verbose(boolean verbose) {
        if (verbose) {
            choices.beVerbose();
        }
    }
}
