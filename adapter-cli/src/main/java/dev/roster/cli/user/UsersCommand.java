package dev.roster.cli.user;

import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.UserOrderOption;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        header = "Create, list and change people and service accounts.",
        description = "USER is a username, e-mail address or id.",
        subcommands = {
            CreateUserCommand.class,
            UpdateUserCommand.class,
            AvatarCommand.class,
            DeleteUsersCommand.class,
            EraseUserCommand.class,
            ReviewUsersCommand.class,
            TemporaryPasswordCommand.class,
            PasswordLinkCommand.class,
            LogInLinkCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  roster users create ada --email ada@example.org --role admin --password-prompt",
            "  roster users list --role annotator --workspace legal",
            "  roster users list --unseen-since 90d --sort dormant",
            "  roster users update ada --role manager",
            "  roster users list --all --output csv > users.csv"
        })
public final class UsersCommand {
    static final Layout<Long> COUNT = Layout.<Long>of("counts").column("count", number -> number);

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS_OF_REVIEW = ReviewUsersCommand.LAYOUT.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListUsers> listUsers;
    private final Provider<ListWorkspacesOfUser> workspacesOfUser;
    private final Provider<DeactivateUser> deactivateUser;
    private final Provider<ReactivateUser> reactivateUser;

    @Inject
    UsersCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListUsers> listUsers,
            Provider<ListWorkspacesOfUser> workspacesOfUser,
            Provider<DeactivateUser> deactivateUser,
            Provider<ReactivateUser> reactivateUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listUsers = listUsers;
        this.workspacesOfUser = workspacesOfUser;
        this.deactivateUser = deactivateUser;
        this.reactivateUser = reactivateUser;
    }

    @Command(
            header = "List users.",
            description = "Each condition narrows the list. Deleted users are listed only with --status deleted.")
    void list(@Mixin UserConditions conditions, @Mixin UserOrderOption sort, @Mixin PageOptions pages) {
        var filter = conditions.filter(names).withOrder(sort.order());
        output.list(Layouts.USER, pages, page -> listUsers.get().handle(operator.caller(), filter, page));
    }

    @Command(header = "Count users.", description = "Takes the same conditions as roster users list.")
    void count(@Mixin UserConditions conditions) {
        long count = listUsers.get().count(operator.caller(), conditions.filter(names));
        if (output.isForPeople()) {
            output.line(Long.toString(count));
        } else {
            output.show(COUNT, count);
        }
    }

    @Command(header = "Show one user.")
    void show(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        output.show(Layouts.USER, names.user(user));
    }

    @Command(header = "List the workspaces of a user, in order of joining.")
    void workspaces(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin PageOptions pages) {
        User found = names.user(user);
        output.list(Layouts.JOINED, pages, page -> workspacesOfUser.get().handle(operator.caller(), found.id(), page));
    }

    @Command(
            header = "Block a user's account at once.",
            description = "The user's credentials stop working and their sessions end. Everything else stays, so that "
                    + "roster users reactivate can undo this.")
    void deactivate(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User after =
                deactivateUser.get().handle(operator.caller(), names.user(user).id());
        output.report("user `" + after.username() + "` is " + after.status().word(), Layouts.USER, after);
    }

    @Command(header = "Reactivate a deactivated user.")
    void reactivate(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User after =
                reactivateUser.get().handle(operator.caller(), names.user(user).id());
        output.report("user `" + after.username() + "` is " + after.status().word(), Layouts.USER, after);
    }
}
