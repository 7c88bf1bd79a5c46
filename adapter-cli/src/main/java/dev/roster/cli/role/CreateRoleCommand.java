package dev.roster.cli.role;

import dev.roster.application.role.CreateRole;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        header = "Create a custom role.",
        description = "A custom role can be an account role, the role of a membership, or granted on a workspace "
                + "or dataset.",
        footer = {
            "",
            "Examples:",
            "  roster roles create commenter --permission dataset:read --permission feedback:create",
            "  roster roles create contractor --permission dataset:read --assigned-only dataset:read"
        })
final class CreateRoleCommand implements Runnable {
    private final Operator operator;
    private final Output output;
    private final Provider<CreateRole> createRole;

    @Parameters(paramLabel = "NAME", description = "The name of the role, unique regardless of case.")
    private RoleName name;

    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            required = true,
            completionCandidates = PermissionWords.class,
            description = "A permission of the role, such as dataset:read; may be repeated. roster permissions list "
                    + "shows all.")
    private List<Permission> permissions;

    @Option(
            names = "--assigned-only",
            paramLabel = "PERMISSION",
            completionCandidates = PermissionWords.class,
            description = "A permission of the role that reaches only datasets open to the workspace or assigned to "
                    + "the user; may be repeated.")
    private @Nullable List<Permission> assignedOnly;

    @Option(
            names = "--reaches-workspaces",
            description = "As the role of a member of an organization, it also applies in the organization's "
                    + "workspaces.")
    private boolean reachesWorkspaces;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "At most 1,000 characters; default: none.")
    private String description;

    @Inject
    CreateRoleCommand(Operator operator, Output output, Provider<CreateRole> createRole) {
        this.operator = operator;
        this.output = output;
        this.createRole = createRole;
    }

    @Override
    public void run() {
        CreateRole.Command command = CreateRole.Command.of(name, PermissionSet.of(permissions))
                .withDescription(description)
                .withAssignedOnly(assignedOnly == null ? PermissionSet.none() : PermissionSet.of(assignedOnly))
                .withReachesWorkspaces(reachesWorkspaces);
        Role created = createRole.get().handle(operator.caller(), command);
        output.say("created role `" + created.name() + "`");
        output.show(Layouts.ROLE, created);
    }
}
