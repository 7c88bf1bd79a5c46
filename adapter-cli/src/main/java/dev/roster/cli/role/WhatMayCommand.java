package dev.roster.cli.role;

import dev.roster.application.access.WhatMay;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "what-may",
        aliases = "what-can",
        header = "List what a user may do, and where.",
        description = "Shows each role of the user, and the permissions it gives: first the account role, then "
                + "organizations, workspaces and datasets in order of creation. For a service account, there "
                + "is a line for each combination of its roles with those of its creator.",
        footer = {"", "Examples:", "  roster what-may bob", "  roster what-may bob --output json"})
public final class WhatMayCommand implements Runnable {
    private static final Layout<Entitlement> LAYOUT = Layout.<Entitlement>of("roles")
            .detail("source", held -> held.holding().source().word())
            .column("role", held -> held.holding().role().name())
            .detail("place.kind", held -> held.place().kind().word())
            .detail("place.id", held -> held.place().id())
            .column("place.name", held -> held.place().label())
            .column("permissions", held -> keys(held.permissions()))
            .column("on_open_datasets", held -> keys(held.onOpenDatasets()))
            .detail("in_workspaces", Entitlement::inWorkspaces)
            .detail("on_restricted_datasets", Entitlement::onRestricted);

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = LAYOUT.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<WhatMay> whatMay;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Mixin
    private PageOptions pages;

    @Inject
    WhatMayCommand(Operator operator, Names names, Output output, Provider<WhatMay> whatMay) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.whatMay = whatMay;
    }

    @Override
    public void run() {
        UserId id = names.user(user).id();
        if (output.isForPeople() && !pages.haveColumns()) {
            output.tell(LAYOUT, pages, page -> whatMay.get().handle(operator.caller(), id, page), this::describe);
        } else {
            output.list(LAYOUT, pages, page -> whatMay.get().handle(operator.caller(), id, page));
        }
    }

    private void describe(Entitlement held) {
        boolean narrower = !held.place().equals(held.holding().place());
        output.line(Layouts.inWords(held.holding())
                + (narrower ? ": " + held.place().describe() : ""));
        output.words("  ", keys(held.permissions()));
        if (!held.onOpenDatasets().isEmpty()) {
            output.line("  and on datasets that are open or assigned:");
            output.words("  ", keys(held.onOpenDatasets()));
        }
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }
}
