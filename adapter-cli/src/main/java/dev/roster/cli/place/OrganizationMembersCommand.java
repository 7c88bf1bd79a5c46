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
        header = "Who belongs to which organization.",
        description = "A membership with the role manager, or a custom role marked so, reaches the organization's "
                + "workspaces; any other is about the organization itself.",
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
        @Option(names = "--role", paramLabel = "ROLE", description = "A role of the membership's own, by name or id.")
        private @Nullable String name;

        @Option(names = "--no-role", description = "None: let the account role count.")
        private boolean none;
    }

    @Command(header = "List the members of an organization in order of joining, or who left it in order of leaving.")
    void list(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Option(
                            names = "--former",
                            description = "List who was a member and is none any more. They come back only by "
                                    + "`roster organizations members add` and the like.")
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

    @Command(header = "Make a user a member of an organization.")
    void add(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.add(found(organization), user, role.orNull());
    }

    @Command(
            header = "Give a user a role in an organization, and create the membership where there is none.",
            description = "The same command works the first time and every time after.")
    void put(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin MemberRoleOption role) {
        members.put(found(organization), user, role.orNull());
    }

    @Command(name = "set-role", header = "Give a membership a role of its own, or take it back.")
    void setRole(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") OwnRole role,
            @Option(names = "--dry-run", description = "Change nothing, and show what the role would give and take.")
                    boolean dry) {
        members.setRole(found(organization), user, role.none ? null : role.name, dry);
    }

    @Command(header = "List the members of an organization with all that each may do there.")
    void permissions(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Mixin PageOptions pages) {
        members.permissions(found(organization), pages);
    }

    @Command(
            header = "Take a user out of an organization.",
            description =
                    "They leave all its workspaces too, with their grants and assignments there. What they contributed "
                            + "stays.")
    void remove(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        members.remove(found(organization), user);
    }

    private MemberActions.Found found(String organization) {
        return MemberActions.Found.of(names.organization(organization));
    }
}
