package dev.roster.cli.place;

import dev.roster.application.membership.ListFormerMembers;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.organization.OrganizationId;
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
        header = "Add, list and remove members of organizations.",
        description = "A membership with the role manager, or with a custom role marked --reaches-workspaces, "
                + "applies to the organization's workspaces too. All other memberships apply only to the "
                + "organization itself.",
        footer = {
            "",
            "Examples:",
            "  roster organizations members add default ada --role manager",
            "  roster organizations members put default ada --role viewer",
            "  roster organizations members set-role default ada --no-role",
            "  roster organizations members list default",
            "  roster organizations members list default --former"
        })
final class OrganizationMembersCommand {
    private final Names names;
    private final MemberActions members;
    private final Operator operator;
    private final Output output;
    private final Provider<ListFormerMembers> listFormerMembers;

    @Inject
    OrganizationMembersCommand(
            Names names,
            MemberActions members,
            Operator operator,
            Output output,
            Provider<ListFormerMembers> listFormerMembers) {
        this.names = names;
        this.members = members;
        this.operator = operator;
        this.output = output;
        this.listFormerMembers = listFormerMembers;
    }

    /** The membership's own role, or none. */
    static final class OwnRole {
        @Option(names = "--role", paramLabel = "ROLE", description = "The new role of the membership, by name or id.")
        private @Nullable String name;

        @Option(names = "--no-role", description = "Remove the role of the membership: the account role applies.")
        private boolean none;
    }

    @Command(header = "List the members of an organization in order of joining, or who left it in order of leaving.")
    void list(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Option(
                            names = "--former",
                            description = "List former members. They return only when you add them again, for "
                                    + "example with `roster "
                                    + "organizations members add`.")
                    boolean former,
            @Mixin PageOptions pages) {
        if (former) {
            listFormer(names.organization(organization).id(), pages);
        } else {
            members.list(found(organization), pages);
        }
    }

    private void listFormer(OrganizationId organization, PageOptions pages) {
        output.list(
                Layouts.FORMER_MEMBER,
                pages,
                page -> listFormerMembers.get().handle(operator.caller(), organization, page));
    }

    @Command(header = "Add a user to an organization.")
    void add(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.add(found(organization), user, role.orNull());
    }

    @Command(
            header = "Set a user's role in an organization, and add the user if not yet a member.",
            description = "You can repeat the command: it gives the same result.")
    void put(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.put(found(organization), user, role.orNull());
    }

    @Command(name = "set-role", header = "Set or remove the role of a membership.")
    void setRole(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role,
            @Option(
                            names = "--dry-run",
                            description = "Change nothing, and show which permissions the role would add and remove.")
                    boolean dry) {
        members.setRole(found(organization), user, role.none ? null : role.name, dry);
    }

    @Command(header = "List the members of an organization with the permissions of each.")
    void permissions(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Mixin PageOptions pages) {
        members.permissions(found(organization), pages);
    }

    @Command(
            header = "Remove a user from an organization.",
            description = "The user also leaves all its workspaces, and loses the grants and assignments there. The "
                    + "record of their contributions stays.")
    void remove(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        members.remove(found(organization), user);
    }

    private MemberActions.Found found(String organization) {
        return MemberActions.Found.of(names.organization(organization));
    }
}
