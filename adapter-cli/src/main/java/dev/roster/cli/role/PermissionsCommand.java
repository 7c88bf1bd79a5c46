package dev.roster.cli.role;

import dev.roster.application.Change;
import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.RegisterPermission;
import dev.roster.cli.terminal.ColumnOptions;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "permissions",
        header = "Show the permissions of roles, and register your own.",
        description = {
            "Without a command, prints what each predefined role may do, and how far it reaches. "
                    + "everywhere: on the whole instance. within: in the organizations and workspaces where the "
                    + "user has the role. assigned: on the datasets there that are open to the workspace or "
                    + "assigned to the user."
        },
        footer = {
            "",
            "Examples:",
            "  roster permissions",
            "  roster permissions register reports:publish --description \"Publish a report\"",
            "  roster permissions register reports:read --reach manager=within --reach viewer=within",
            "  roster permissions list"
        })
public final class PermissionsCommand implements Runnable {
    private static final Layout<ListPermissions.Listed> TABLE = table();
    private static final Layout<ListPermissions.Listed> CATALOGUE = Layout.<ListPermissions.Listed>of("permissions")
            .column("permission", listed -> listed.permission().key())
            .column("registered", listed -> listed.permission() instanceof RegisteredPermission)
            .column("description", ListPermissions.Listed::description);

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS_OF_LIST = CATALOGUE.names();

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = TABLE.names();

    private final Operator operator;
    private final Output output;
    private final Provider<ListPermissions> listPermissions;
    private final Provider<RegisterPermission> registerPermission;

    @Mixin
    private ColumnOptions columns;

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
        output.list(TABLE, columns, listPermissions.get().handle(operator.caller()));
    }

    @Command(header = "List all permissions for custom roles, including registered ones.")
    void list(@Mixin ColumnOptions wanted) {
        output.list(CATALOGUE, wanted, listPermissions.get().handle(operator.caller()));
    }

    @Command(
            header = "Register a permission of your own platform.",
            description = "Custom roles can then contain it, and Roster decides on it as on its own permissions. "
                    + "Owners hold it at once, other predefined roles according to --reach.")
    void register(
            @Parameters(
                            paramLabel = "PERMISSION",
                            description = "A name such as reports:publish; the part before the colon must not be "
                                    + "one of Roster's own "
                                    + "resources.")
                    RegisteredPermission permission,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters; default: none.")
                    String description,
            @Option(
                            names = "--reach",
                            paramLabel = "ROLE=REACH",
                            description = "How far a predefined role reaches with the permission: within, "
                                    + "assigned or nowhere; once "
                                    + "for each role. Default: nowhere, or unchanged if registered before.")
                    @Nullable
                    Map<String, String> reach) {
        ListPermissions.Listed before = listed(permission);
        registerPermission
                .get()
                .handle(
                        operator.caller(),
                        new RegisterPermission.Command(
                                permission,
                                description,
                                reach == null ? Change.none() : Change.to(RegisteredReach.parse(reach))));
        ListPermissions.Listed after = Objects.requireNonNull(listed(permission));
        output.report(report(before, after), CATALOGUE, after);
    }

    private ListPermissions.@Nullable Listed listed(RegisteredPermission permission) {
        return listPermissions.get().handle(operator.caller()).stream()
                .filter(listed -> listed.permission().equals(permission))
                .findFirst()
                .orElse(null);
    }

    private static String report(ListPermissions.@Nullable Listed before, ListPermissions.Listed after) {
        String name = "`" + after.permission().key() + "`";
        if (before == null) {
            return "registered " + name;
        }
        return before.equals(after)
                ? name + " is already registered, nothing was changed"
                : "changed which roles hold " + name;
    }

    private static Layout<ListPermissions.Listed> table() {
        Layout<ListPermissions.Listed> layout = Layout.<ListPermissions.Listed>of("permissions")
                .column("permission", listed -> listed.permission().key());
        for (PredefinedRole role : PredefinedRole.values()) {
            layout = layout.column(
                    role.word(),
                    listed -> listed.reach().getOrDefault(role, Reach.NOWHERE).word());
        }
        return layout;
    }
}
