package dev.roster.cli;

import dev.roster.cli.audit.AuditCommand;
import dev.roster.cli.credential.KeysCommand;
import dev.roster.cli.credential.ServiceAccountsCommand;
import dev.roster.cli.credential.SessionsCommand;
import dev.roster.cli.credential.TokenCommand;
import dev.roster.cli.installation.AttentionCommand;
import dev.roster.cli.installation.BackupCommand;
import dev.roster.cli.installation.DoctorCommand;
import dev.roster.cli.installation.InitCommand;
import dev.roster.cli.installation.MailCommand;
import dev.roster.cli.installation.SecretCommand;
import dev.roster.cli.installation.SettingsCommand;
import dev.roster.cli.installation.StartCommand;
import dev.roster.cli.invitation.InvitationsCommand;
import dev.roster.cli.invitation.InviteLinkCommand;
import dev.roster.cli.invitation.SignUpCommand;
import dev.roster.cli.place.DatasetsCommand;
import dev.roster.cli.place.GrantsCommand;
import dev.roster.cli.place.MembersCommand;
import dev.roster.cli.place.OrganizationsCommand;
import dev.roster.cli.place.WorkspacesCommand;
import dev.roster.cli.role.CanCommand;
import dev.roster.cli.role.PermissionsCommand;
import dev.roster.cli.role.RolesCommand;
import dev.roster.cli.role.WhatCanCommand;
import dev.roster.cli.role.WhoCanCommand;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.OutputFormat;
import dev.roster.cli.transfer.ApplyCommand;
import dev.roster.cli.transfer.ExportCommand;
import dev.roster.cli.transfer.ImportCommand;
import dev.roster.cli.transfer.PlanCommand;
import dev.roster.cli.user.PeopleCommand;
import dev.roster.cli.user.ResetPasswordCommand;
import dev.roster.cli.user.UserCommand;
import dev.roster.cli.user.UsersCommand;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
        subcommands = {
            StartCommand.class,
            InitCommand.class,
            UsersCommand.class,
            PeopleCommand.class,
            InvitationsCommand.class,
            InviteLinkCommand.class,
            SignUpCommand.class,
            WorkspacesCommand.class,
            MembersCommand.class,
            DatasetsCommand.class,
            OrganizationsCommand.class,
            RolesCommand.class,
            PermissionsCommand.class,
            GrantsCommand.class,
            CanCommand.class,
            WhatCanCommand.class,
            WhoCanCommand.class,
            UserCommand.class,
            ResetPasswordCommand.class,
            TokenCommand.class,
            KeysCommand.class,
            ServiceAccountsCommand.class,
            SessionsCommand.class,
            AuditCommand.class,
            AttentionCommand.class,
            MailCommand.class,
            ExportCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            ImportCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            SecretCommand.class,
            CompletionCommand.class,
            VersionCommand.class,
            HelpOnCommand.class
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
            order = 1,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the store, the secrets and roster.properties lie.")
    void dataDirectory(@Nullable String directory) {
        given.set("data-dir", directory);
    }

    @Option(
            names = "--database",
            order = 2,
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The store, if not a SQLite file in the data directory: postgres://… or jdbc:postgresql://…. "
                    + "Keep a password out of it, others can see it; give ROSTER_DATABASE instead.")
    void database(@Nullable String url) {
        given.set("database", url);
    }

    @Option(
            names = "--output",
            order = 3,
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
            order = 4,
            scope = ScopeType.INHERIT,
            description = "Print nothing beside data and errors.")
    void quiet(boolean quiet) {
        if (quiet) {
            choices.beQuiet();
        }
    }

    @Option(
            names = "--verbose",
            order = 5,
            scope = ScopeType.INHERIT,
            description = "When something goes wrong inside, show where.")
    void verbose(boolean verbose) {
        if (verbose) {
            choices.beVerbose();
        }
    }
}
