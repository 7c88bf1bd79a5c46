package dev.roster.cli.place;

import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.PageOptions;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "members",
        header = "Who belongs to which workspace.",
        description = "A member acts with the account role, unless the membership has a role of its own.",
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
    private final Names names;
    private final MemberActions members;

    @Inject
    MembersCommand(Names names, MemberActions members) {
        this.names = names;
        this.members = members;
    }

    /** The membership's own role, or none. */
    static final class OwnRole {
        @Option(names = "--role", paramLabel = "ROLE", description = "A role of the membership's own, by name or id.")
        private @Nullable String name;

        @Option(names = "--no-role", description = "None: let the account role count.")
        private boolean none;
    }

    @Command(header = "List the members of a workspace in order of joining.")
    void list(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Mixin PageOptions pages) {
        members.list(found(workspace), pages);
    }

    @Command(header = "Make a user a member of a workspace.")
    void add(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.add(found(workspace), user, role.orNull());
    }

    @Command(
            header = "Give a user a role in a workspace, and create the membership where there is none.",
            description = "The same command works the first time and every time after.")
    void put(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.put(found(workspace), user, role.orNull());
    }

    @Command(name = "set-role", header = "Give a membership a role of its own, or take it back.")
    void setRole(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role,
            @Option(names = "--dry-run", description = "Change nothing, and show what the role would give and take.")
                    boolean dry) {
        members.setRole(found(workspace), user, role.none ? null : role.name, dry);
    }

    @Command(header = "List the members of a workspace with all that each may do there.")
    void permissions(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Mixin PageOptions pages) {
        members.permissions(found(workspace), pages);
    }

    @Command(
            header = "Take a user out of a workspace.",
            description = "Their assignments there end. What they contributed stays.")
    void remove(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        members.remove(found(workspace), user);
    }

    private MemberActions.Found found(String workspace) {
        return MemberActions.Found.of(names.workspace(workspace));
    }
}
