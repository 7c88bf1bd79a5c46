package dev.roster.cli;

import dev.roster.cli.audit.AuditCommand;
import dev.roster.cli.completion.CompleteCommand;
import dev.roster.cli.completion.CompletionCommand;
import dev.roster.cli.credential.KeysCommand;
import dev.roster.cli.credential.ServiceAccountsCommand;
import dev.roster.cli.credential.SessionsCommand;
import dev.roster.cli.credential.TokenCommand;
import dev.roster.cli.guest.GuestsCommand;
import dev.roster.cli.installation.AttentionCommand;
import dev.roster.cli.installation.BackupCommand;
import dev.roster.cli.installation.DoctorCommand;
import dev.roster.cli.installation.InitCommand;
import dev.roster.cli.installation.MailCommand;
import dev.roster.cli.installation.RestoreCommand;
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
import dev.roster.cli.role.WhatMayCommand;
import dev.roster.cli.role.WhoMayCommand;
import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.transfer.ApplyCommand;
import dev.roster.cli.transfer.ExportCommand;
import dev.roster.cli.transfer.ImportCommand;
import dev.roster.cli.transfer.PlanCommand;
import dev.roster.cli.user.PeopleCommand;
import dev.roster.cli.user.ResetPasswordCommand;
import dev.roster.cli.user.UserCommand;
import dev.roster.cli.user.UsersCommand;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands, or those of them that a command line can reach: to read the annotations of all takes picocli longer than most
 * commands run.
 */
final class CommandTree {
    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            StartCommand.class,
            InitCommand.class,
            UsersCommand.class,
            PeopleCommand.class,
            InvitationsCommand.class,
            InviteLinkCommand.class,
            SignUpCommand.class,
            WorkspacesCommand.class,
            MembersCommand.class,
            GuestsCommand.class,
            DatasetsCommand.class,
            OrganizationsCommand.class,
            RolesCommand.class,
            PermissionsCommand.class,
            GrantsCommand.class,
            CanCommand.class,
            WhatMayCommand.class,
            WhoMayCommand.class,
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
            RestoreCommand.class,
            SecretCommand.class,
            CompletionCommand.class,
            CompleteCommand.class,
            VersionCommand.class,
            HelpOnCommand.class);

    /** What asks about any command. */
    private static final Set<Class<?>> ABOUT_OTHERS = Set.of(HelpOnCommand.class, CompleteCommand.class);

    private final IFactory factory;
    private final Terminal terminal;
    private final Converters converters;

    @Inject
    CommandTree(IFactory factory, Terminal terminal, Converters converters) {
        this.factory = factory;
        this.terminal = terminal;
        this.converters = converters;
    }

    /** Built anew at each call, because picocli keeps the groups of options of the run before. */
    CommandLine whole() {
        return with(root(), COMMANDS);
    }

    /**
     * The command that the words name, alone; where they name none, all that there is. Where they ask about the program itself,
     * the commands are there by name and header.
     */
    CommandLine reachedBy(String... words) {
        CommandLine root = root();
        int first = EarlyOptions.past(root.getCommandSpec(), words);
        if (first == words.length) {
            COMMANDS.forEach(type -> root.addSubcommand(headerOf(type)));
            return laidOut(root);
        }
        return with(
                root,
                named(words[first])
                        .filter(type -> !ABOUT_OTHERS.contains(type))
                        .<List<Class<?>>>map(List::of)
                        .orElse(COMMANDS));
    }

    private CommandLine root() {
        return new CommandLine(RootCommand.class, factory);
    }

    private CommandLine with(CommandLine root, List<Class<?>> commands) {
        commands.forEach(root::addSubcommand);
        return laidOut(root);
    }

    private CommandLine laidOut(CommandLine root) {
        root.setOut(terminal.out()).setErr(terminal.err()).setExpandAtFiles(false);
        converters.registerOn(root);
        HelpPages.layOut(root, terminal);
        return root;
    }

    private static Optional<Class<?>> named(String word) {
        return COMMANDS.stream().filter(type -> isNamed(command(type), word)).findFirst();
    }

    private static boolean isNamed(Command command, String word) {
        return command.name().equals(word) || Arrays.asList(command.aliases()).contains(word);
    }

    private CommandSpec headerOf(Class<?> type) {
        CommandSpec header = CommandSpec.create();
        header.updateCommandAttributes(command(type), factory);
        return header;
    }

    private static Command command(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Command.class), type::getName);
    }
}
