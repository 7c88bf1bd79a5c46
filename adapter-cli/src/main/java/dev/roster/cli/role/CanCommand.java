package dev.roster.cli.role;

import dev.roster.application.access.Decide;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.TargetName;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Denial;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "can",
        header = "Show whether a user may do something, and why.",
        description = {
            "The exit code is 0 if the user may and 1 if not.",
        },
        footer = {
            "",
            "Examples:",
            "  roster can bob dataset:annotate legal/contracts",
            "  roster can ada member:add legal",
            "  roster can ada user:create"
        })
public final class CanCommand implements Callable<Integer> {
    private static final Layout<Decision> LAYOUT = Layout.<Decision>of("decisions")
            .column("allowed", Decision::isAllowed)
            .column("permission", decision -> decision.permission().key())
            .detail("target.kind", decision -> decision.target().kind().word())
            .detail("target.id", decision -> id(decision.target()))
            .column("reason", Decision::reason)
            .detail(
                    "cause",
                    decision -> ifDenied(decision, denial -> denial.cause().word()))
            .detail("missing", decision -> ifDenied(decision, denial -> decision.permission()))
            .detail("roles", decision -> ifDenied(decision, Denial::roles))
            .detail("givers", decision -> ifDenied(decision, Denial::givers));

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<Decide> decide;

    @Parameters(index = "0", paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Parameters(
            index = "1",
            paramLabel = "PERMISSION",
            completionCandidates = PermissionWords.class,
            description = "A permission such as dataset:update; roster permissions list shows all.")
    private Permission permission;

    @Parameters(index = "2", paramLabel = "TARGET", arity = "0..1", description = TargetHelp.TEXT)
    private TargetName target = TargetName.instance();

    @Inject
    CanCommand(Operator operator, Names names, Output output, Provider<Decide> decide) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.decide = decide;
    }

    @Override
    public Integer call() {
        User found = names.user(user);
        Decide.Question question = new Decide.Question(permission, names.target(target));
        Decision decision = decide.get()
                .handle(operator.caller(), new Decide.Query(found.id(), List.of(question)))
                .get(0);
        print(decision);
        return decision.isAllowed() ? ExitCodes.DONE : ExitCodes.NO;
    }

    private static @Nullable Object id(Target target) {
        return target.kind() == Target.Kind.INSTANCE ? null : target.id();
    }

    private static @Nullable Object ifDenied(Decision decision, Function<Denial, Object> reading) {
        return decision.refusal().map(reading).orElse(null);
    }

    private void print(Decision decision) {
        if (output.isForPeople()) {
            boolean allowed = decision.isAllowed();
            output.verdict(allowed ? Ink.GREEN : Ink.RED, allowed ? "yes" : "no", ": " + decision.reason());
        } else {
            output.show(LAYOUT, decision);
        }
    }
}
