package dev.roster.cli.role;

import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.RegisterPermission;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "permissions",
        header = "What roles are made of.",
        description = {
            "Without a command, prints what each predefined role may do, and how far it reaches. everywhere: on the whole "
                    + "instance. within: in the organizations and workspaces where the role is held. assigned: on the "
                    + "datasets there that are open to the workspace or assigned to the user."
        },
        footer = {
            "",
            "Examples:",
            "  roster permissions",
            "  roster permissions register reports:publish --description \"Publish a report\"",
            "  roster permissions list"
        })
public final class PermissionsCommand implements Runnable {
    private static final Layout<RosterPermission> TABLE = table();
    private static final Layout<ListPermissions.Listed> CATALOGUE = Layout.<ListPermissions.Listed>of("permissions")
            .column("permission", listed -> listed.permission().key())
            .column("registered", listed -> listed.permission() instanceof RegisteredPermission)
            .column("description", ListPermissions.Listed::description);

    private final Operator operator;
    private final Output output;
    private final Provider<ListPermissions> listPermissions;
    private final Provider<RegisterPermission> registerPermission;

    @Inject
    PermissionsCommand(
            Operator operator,
            Output output,
            Provider<ListPermissions> listPermissions,
            Provider<RegisterPermission> registerPermission) {
        this.operator = operator;
        this.output = output;
        this.listPermissions = listPermissions;
        this.registerPermission = registerPermission;
    }

    @Override
    public void run() {
        output.list(TABLE, List.of(RosterPermission.values()));
    }

    @Command(header = "List all that a custom role can be made of, registered permissions too.")
    void list() {
        output.list(CATALOGUE, listPermissions.get().handle(operator.caller()));
    }

    @Command(
            header = "Register a permission that Roster itself knows nothing about.",
            description =
                    "Custom roles can hold it then, and Roster decides on it like on its own. Owners hold it at once.")
    void register(
            @Parameters(
                            paramLabel = "PERMISSION",
                            description =
                                    "As in reports:publish; what stands before the colon must be none of Roster's own "
                                            + "resources.")
                    RegisteredPermission permission,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters.")
                    String description) {
        boolean added = registerPermission
                .get()
                .handle(operator.caller(), new RegisterPermission.Command(permission, description));
        output.report(
                added
                        ? "registered `" + permission.key() + "`"
                        : "`" + permission.key() + "` was registered already, nothing was changed",
                CATALOGUE,
                new ListPermissions.Listed(permission, description));
    }

    private static Layout<RosterPermission> table() {
        Layout<RosterPermission> layout =
                Layout.<RosterPermission>of("permissions").column("permission", RosterPermission::key);
        for (PredefinedRole role : PredefinedRole.values()) {
            layout = layout.column(
                    role.word(), permission -> permission.reachOf(role).word());
        }
        return layout;
    }
}
