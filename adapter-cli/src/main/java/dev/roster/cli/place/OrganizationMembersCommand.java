package dev.roster.cli.place;

import dev.roster.application.organization.AddOrganizationMember;
import dev.roster.application.organization.ChangeOrganizationMemberRole;
import dev.roster.application.organization.ListOrganizationMembers;
import dev.roster.application.organization.RemoveOrganizationMember;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
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
        header = "Who belongs to which organization.",
        description = "A membership with the role manager, or a custom role marked so, reaches the organization's "
                + "workspaces; any other is about the organization itself.",
        footer = {
            "",
            "Examples:",
            "  roster organizations members add default ada --role manager",
            "  roster organizations members set-role default ada --no-role",
            "  roster organizations members list default"
        })
final class OrganizationMembersCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListOrganizationMembers> listMembers;
    private final Provider<AddOrganizationMember> addMember;
    private final Provider<ChangeOrganizationMemberRole> changeMemberRole;
    private final Provider<RemoveOrganizationMember> removeMember;

    @Inject
    OrganizationMembersCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListOrganizationMembers> listMembers,
            Provider<AddOrganizationMember> addMember,
            Provider<ChangeOrganizationMemberRole> changeMemberRole,
            Provider<RemoveOrganizationMember> removeMember) {
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

    @Command(header = "List the members of an organization in order of joining.")
    void list(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Mixin PageOptions pages) {
        Organization found = names.organization(organization);
        output.list(
                Layouts.ORGANIZATION_MEMBER,
                pages,
                page -> listMembers.get().handle(operator.caller(), found.id(), page));
    }

    @Command(header = "Make a user a member of an organization.")
    void add(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            description = "A role of the membership's own; without, the account role counts.")
                    @Nullable
                    String role) {
        Organization place = names.organization(organization);
        AddOrganizationMember.Command command =
                new AddOrganizationMember.Command(place.id(), names.user(user).id(), role);
        OrganizationMemberships.Member member = addMember.get().handle(operator.caller(), command);
        output.say("`" + member.user().username() + "` is a member of organization `" + place.name() + "`");
        output.show(Layouts.ORGANIZATION_MEMBER, member);
    }

    @Command(name = "set-role", header = "Give a membership a role of its own, or take it back.")
    void setRole(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role) {
        Organization place = names.organization(organization);
        ChangeOrganizationMemberRole.Command command = new ChangeOrganizationMemberRole.Command(
                place.id(), names.user(user).id(), role.none ? null : role.name);
        OrganizationMemberships.Member member = changeMemberRole.get().handle(operator.caller(), command);
        output.say("updated the membership of `" + member.user().username() + "`");
        output.show(Layouts.ORGANIZATION_MEMBER, member);
    }

    @Command(
            header = "Take a user out of an organization.",
            description =
                    "They leave all its workspaces too, with their grants and assignments there. What they contributed "
                            + "stays.")
    void remove(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        Organization place = names.organization(organization);
        User found = names.user(user);
        User removed = removeMember
                .get()
                .handle(operator.caller(), new RemoveOrganizationMember.Command(place.id(), found.id()));
        output.report(
                "`" + found.username() + "` is no member of organization `" + place.name() + "` any more",
                Layouts.USER,
                removed);
    }
}
