package dev.roster.cli;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "permissions",
        header = "Print what each predefined role may do, and how far it reaches.",
        description = {
            "everywhere: on the whole instance. within: in the organizations and workspaces where the role is held. "
                    + "assigned: on the datasets there that are open to the workspace or assigned to the user."
        })
final class PermissionsCommand implements Runnable {
    private static final Layout<RosterPermission> LAYOUT = layout();

    private final Output output;

    @Inject
    PermissionsCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        output.list(LAYOUT, List.of(RosterPermission.values()));
    }

    private static Layout<RosterPermission> layout() {
        Layout<RosterPermission> layout =
                Layout.<RosterPermission>of("permissions").column("permission", RosterPermission::key);
        for (PredefinedRole role : PredefinedRole.values()) {
            layout = layout.column(
                    role.word(), permission -> permission.reachOf(role).word());
        }
        return layout;
    }
}
