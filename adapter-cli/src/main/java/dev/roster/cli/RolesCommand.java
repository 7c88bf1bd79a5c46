package dev.roster.cli;

import dev.roster.application.role.ListRoles;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "roles",
        header = "Named sets of permissions.",
        description = "The table of what the predefined roles may do is printed by roster permissions.")
final class RolesCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListRoles> listRoles;

    @Inject
    RolesCommand(Operator operator, Names names, Output output, Provider<ListRoles> listRoles) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listRoles = listRoles;
    }

    @Command(header = "List roles, the predefined ones first.")
    void list(@Mixin PageOptions pages) {
        output.list(Layouts.ROLE, pages, page -> listRoles.get().handle(operator.caller(), page));
    }

    @Command(header = "Show one role with its permissions.")
    void show(@Parameters(paramLabel = "ROLE", description = "Name or id.") String role) {
        output.show(Layouts.ROLE, names.role(role));
    }
}
