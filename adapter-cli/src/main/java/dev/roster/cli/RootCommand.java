package dev.roster.cli;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
        name = "roster",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Keeps the people of a data-annotation platform: users, workspaces, roles and one permission policy.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or failed; for can: denied, for doctor: something is broken",
            "2:the command line is wrong: an unknown option, a malformed name, id, number or time"
        },
        footer = {
            "",
            "Every command works on the store of the data directory, with the rights of an owner, also while servers use it.",
            "Run roster help COMMAND for more on a command.",
            "",
            "Examples:",
            "  roster start --demo",
            "  roster users create ada --role owner --password-prompt",
            "  roster can ada dataset:update legal/contracts"
        },
        subcommands = {
            StartCommand.class,
            UsersCommand.class,
            WorkspacesCommand.class,
            MembersCommand.class,
            DatasetsCommand.class,
            OrganizationsCommand.class,
            RolesCommand.class,
            PermissionsCommand.class,
            CanCommand.class,
            WhatCanCommand.class,
            WhoCanCommand.class,
            TokenCommand.class,
            SessionsCommand.class,
            AuditCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
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
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the store, the secrets and roster.properties lie.")
    void dataDirectory(@Nullable String directory) {
        given.set("data-dir", directory);
    }

    @Option(
            names = "--database",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The store, if not a SQLite file in the data directory: postgres://… or jdbc:postgresql://…. "
                    + "Keep a password out of it, others can see it; give ROSTER_DATABASE instead.")
    void database(@Nullable String url) {
        given.set("database", url);
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "table for people, json or csv for programs.")
    void output(@Nullable OutputFormat format) {
        if (format != null) {
            choices.format(format);
        }
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print nothing beside data and errors.")
    void quiet(boolean quiet) {
        if (quiet) {
            choices.beQuiet();
        }
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "When something goes wrong inside, show where.")
    void verbose(boolean verbose) {
        if (verbose) {
            choices.beVerbose();
        }
    }
}
