package dev.roster.cli.place;

import dev.roster.application.port.Memberships;
import dev.roster.application.workspace.AddMember;
import dev.roster.application.workspace.ChangeMemberRole;
import dev.roster.application.workspace.ListMembers;
import dev.roster.application.workspace.RemoveMember;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
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
            "  roster members set-role legal ada --no-role",
            "  roster members list legal"
        })
public final class MembersCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListMembers> listMembers;
    private final Provider<AddMember> addMember;
    private final Provider<ChangeMemberRole> changeMemberRole;
    private final Provider<RemoveMember> removeMember;

    @Inject
    MembersCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListMembers> listMembers,
            Provider<AddMember> addMember,
            Provider<ChangeMemberRole> changeMemberRole,
            Provider<RemoveMember> removeMember) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listMembers = listMembers;
        this.addMember = addMember;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
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
        Workspace found = names.workspace(workspace);
        output.list(Layouts.MEMBER, pages, page -> listMembers.get().handle(operator.caller(), found.id(), page));
    }

    @Command(header = "Make a user a member of a workspace.")
    void add(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            description = "A role of the membership's own; without, the account role counts.")
                    @Nullable
                    String role) {
        Workspace place = names.workspace(workspace);
        AddMember.Command command =
                new AddMember.Command(place.id(), names.user(user).id(), role);
        Memberships.Member member = addMember.get().handle(operator.caller(), command);
        output.say("`" + member.user().username() + "` is a member of workspace `" + place.name() + "`");
        output.show(Layouts.MEMBER, member);
    }

    @Command(name = "set-role", header = "Give a membership a role of its own, or take it back.")
    void setRole(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role) {
        Workspace place = names.workspace(workspace);
        ChangeMemberRole.Command command =
                new ChangeMemberRole.Command(place.id(), names.user(user).id(), role.none ? null : role.name);
        Memberships.Member member = changeMemberRole.get().handle(operator.caller(), command);
        output.say("updated the membership of `" + member.user().username() + "`");
        output.show(Layouts.MEMBER, member);
    }

    @Command(
            header = "Take a user out of a workspace.",
            description = "Their assignments there end. What they contributed stays.")
    void remove(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        Workspace place = names.workspace(workspace);
        User found = names.user(user);
        User removed = removeMember.get().handle(operator.caller(), new RemoveMember.Command(place.id(), found.id()));
        output.report(
                "`" + found.username() + "` is no member of workspace `" + place.name() + "` any more",
                Layouts.USER,
                removed);
    }
}
