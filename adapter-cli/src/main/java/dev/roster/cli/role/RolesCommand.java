package dev.roster.cli.role;

import dev.roster.application.port.Roles;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.ListRoles;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.role.Role;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "roles",
        header = "Create, list and change roles, which are named sets of permissions.",
        description = "ROLE is a name or id. Five roles are predefined; roster permissions prints what they may do.",
        subcommands = {CreateRoleCommand.class, UpdateRoleCommand.class},
        footer = {
            "",
            "Examples:",
            "  roster roles create commenter --permission dataset:read --permission feedback:create",
            "  roster roles update commenter --add dataset:annotate --dry-run",
            "  roster roles delete commenter --reassign viewer"
        })
public final class RolesCommand {
    private static final Layout<Deleted> DELETED = Layouts.ROLE
            .on(Deleted::role)
            .column("uses.accounts", deleted -> deleted.uses().accounts())
            .column("uses.organizations", deleted -> deleted.uses().organizations())
            .column("uses.workspaces", deleted -> deleted.uses().workspaces())
            .column("uses.grants", deleted -> deleted.uses().grants());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<ListRoles> listRoles;
    private final Provider<DeleteRole> deleteRole;

    @Inject
    RolesCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Provider<ListRoles> listRoles,
            Provider<DeleteRole> deleteRole) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.listRoles = listRoles;
        this.deleteRole = deleteRole;
    }

    /** What is gone, and how often it was held. */
    private record Deleted(Role role, Roles.Uses uses) {}

    /** One half of the roles. */
    static final class Half {
        @Option(names = "--custom", description = "Only custom roles.")
        private boolean custom;

        @Option(names = "--predefined", description = "Only the predefined roles.")
        private boolean predefined;
    }

    @Command(header = "List roles, the predefined ones first.")
    void list(@ArgGroup @Nullable Half half, @Mixin PageOptions pages) {
        Boolean predefined = half == null ? null : half.predefined || !half.custom;
        output.list(Layouts.ROLE, pages, page -> listRoles.get().handle(operator.caller(), predefined, page));
    }

    @Command(header = "Show one role with its permissions.")
    void show(@Parameters(paramLabel = "ROLE", description = "Name or id.") String role) {
        output.show(Layouts.ROLE, names.role(role));
    }

    @Command(
            header = "Delete a custom role.",
            description = "A role that is in use is deleted only with --reassign; otherwise the command lists where it "
                    + "is used and fails.")
    void delete(
            @Parameters(paramLabel = "ROLE", description = "Name or id.") String role,
            @Option(
                            names = "--reassign",
                            paramLabel = "ROLE",
                            description = "The role that replaces it everywhere, by name or id.")
                    @Nullable
                    String replacement,
            @Option(names = "--yes", description = "Do not ask for confirmation.") boolean agreed) {
        Role found = names.role(role);
        confirmation.ask("delete role `" + found.name() + "`", agreed);
        Roles.Uses uses = deleteRole.get().handle(operator.caller(), new DeleteRole.Command(found.id(), replacement));
        output.report("deleted role `" + found.name() + "`", DELETED, new Deleted(found, uses));
    }
}
