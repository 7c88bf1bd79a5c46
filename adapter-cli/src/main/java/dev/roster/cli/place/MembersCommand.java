package dev.roster.cli.place;

import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.PageOptions;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "members",
        header = "Add, list and remove members of workspaces.",
        description = "A member acts with the account role, unless the membership has its own role.",
        footer = {
            "",
            "Examples:",
            "  roster members add legal ada --role manager",
            "  roster members put legal ada --role viewer",
            "  roster members set-role legal ada --no-role",
            "  roster members set-role legal ada --role admin --dry-run",
            "  roster members list legal"
        })
public final class MembersCommand {
    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS_OF_PERMISSIONS = MemberActions.PERMISSIONS.names();

    private final Names names;
    private final MemberActions members;

    @Inject
    MembersCommand(Names names, MemberActions members) {
        this.names = names;
        this.members = members;
    }

    /** The membership's own role, or none. */
    static final class OwnRole {
        @Option(names = "--role", paramLabel = "ROLE", description = "The new role of the membership, by name or id.")
        private @Nullable String name;

        @Option(names = "--no-role", description = "Remove the role of the membership: the account role applies.")
        private boolean none;
    }

    @Command(header = "List the members of a workspace in order of joining.")
    void list(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Mixin PageOptions pages) {
        members.list(found(workspace), pages);
    }

    @Command(header = "Add a user to a workspace.")
    void add(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.add(found(workspace), user, role.orNull());
    }

    @Command(
            header = "Set a user's role in a workspace, and add the user if not yet a member.",
            description = "You can repeat the command: it gives the same result.")
    void put(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.put(found(workspace), user, role.orNull());
    }

    @Command(name = "set-role", header = "Set or remove the role of a membership.")
    void setRole(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role,
            @Option(
                            names = "--dry-run",
                            description = "Change nothing, and show which permissions the role would add and remove.")
                    boolean dry) {
        members.setRole(found(workspace), user, role.none ? null : role.name, dry);
    }

    @Command(header = "List the members of a workspace with the permissions of each.")
    void permissions(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Mixin PageOptions pages) {
        members.permissions(found(workspace), pages);
    }

    @Command(
            header = "Remove a user from a workspace.",
            description = "The user's assignments there end. The record of their contributions stays.")
    void remove(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        members.remove(found(workspace), user);
    }

    private MemberActions.Found found(String workspace) {
        return MemberActions.Found.of(names.workspace(workspace));
    }
}
