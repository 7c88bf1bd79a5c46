package dev.roster.cli.role;

import dev.roster.application.access.WhoMay;
import dev.roster.application.access.WhoMay.Entitled;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.TargetName;
import dev.roster.domain.role.Permission;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "who-may",
        aliases = "who-can",
        header = "List who may do something, and why.",
        footer = {"", "Examples:", "  roster who-may dataset:annotate legal/contracts", "  roster who-may user:create"})
public final class WhoMayCommand implements Runnable {
    private static final Layout<Entitled> LAYOUT = Layout.<Entitled>of("users")
            .detail("user_id", Entitled::user)
            .column("username", entitled -> entitled.decision().actor())
            .detail("reason", entitled -> entitled.decision().reason())
            .column(
                    "because",
                    entitled -> Optional.ofNullable(entitled.decision().ground())
                            .map(Layouts::inWords)
                            .orElse(""));

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = LAYOUT.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<WhoMay> whoMay;

    @Parameters(
            index = "0",
            paramLabel = "PERMISSION",
            completionCandidates = PermissionWords.class,
            description = "A permission such as dataset:update; roster permissions list shows all.")
    private Permission permission;

    @Parameters(index = "1", paramLabel = "TARGET", arity = "0..1", description = TargetHelp.TEXT)
    private TargetName target = TargetName.instance();

    @Mixin
    private PageOptions pages;

    @Inject
    WhoMayCommand(Operator operator, Names names, Output output, Provider<WhoMay> whoMay) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.whoMay = whoMay;
    }

    @Override
    public void run() {
        WhoMay.Query query = new WhoMay.Query(permission, names.target(target));
        output.list(LAYOUT, pages, page -> whoMay.get().handle(operator.caller(), query, page));
    }
}
