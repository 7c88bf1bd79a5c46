package dev.roster.cli.transfer;

import dev.roster.application.importing.ImportPeople;
import dev.roster.application.importing.ImportPeople.Plan;
import dev.roster.application.importing.ImportStep;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.cli.terminal.ApiKeyOptions;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "argilla",
        header = "Bring users, workspaces and memberships over from a running Argilla 2.x server.",
        description = {
            "First shows what it would do, then asks. Ids are kept, so scripts that hold some go on working. Nothing that "
                    + "is here already is changed: run it as often as you like.",
            "",
            "Passwords and API keys cannot be read from Argilla. Everybody gets a new user token, which `roster token "
                    + "show USERNAME` shows. Ends with 1 when something could not be brought."
        },
        footer = {
            "",
            "Examples:",
            "  roster import argilla --url https://argilla.example.org --api-key-prompt --dry-run",
            "  pass show argilla/owner | roster import argilla --url http://localhost:6900 --api-key-stdin --yes"
        })
final class ImportArgillaCommand implements Callable<Integer> {
    private static final Layout<ImportStep> STEPS = Layout.<ImportStep>of("steps")
            .column("outcome", step -> step.outcome().word())
            .column("kind", step -> step.kind().word())
            .column("name", ImportStep::name)
            .column("note", ImportStep::note);
    private static final int TELL_EVERY = 100;

    private final Operator operator;
    private final Output output;
    private final Secrets secrets;
    private final Confirmation confirmation;
    private final Provider<ImportPeople> importPeople;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "Where the Argilla server is, as its SDK takes it.")
    private String url;

    @Mixin
    private ApiKeyOptions key;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    @Inject
    ImportArgillaCommand(
            Operator operator,
            Output output,
            Secrets secrets,
            Confirmation confirmation,
            Provider<ImportPeople> importPeople) {
        this.operator = operator;
        this.output = output;
        this.secrets = secrets;
        this.confirmation = confirmation;
        this.importPeople = importPeople;
    }

    @Override
    public Integer call() {
        ForeignPlatform.Address address = new ForeignPlatform.Address(url, key.read(secrets));
        output.say("reading `" + url + "`");
        Plan plan = importPeople.get().plan(operator.caller(), "argilla", address);
        if (dryRun) {
            return report(plan, Outcome.CREATE, "to make: ");
        }
        if (plan.count(Outcome.CREATE) > 0) {
            show(plan);
            confirmation.ask("bring " + counted(plan, Outcome.CREATE), yes);
        }
        return report(importPeople.get().handle(operator.caller(), plan, this::tell), Outcome.CREATED, "made: ");
    }

    /** Before it asks people, it shows them what it is about; programs read the report alone. */
    private void show(Plan plan) {
        if (output.isForPeople() && !yes) {
            output.list(STEPS, worthTelling(plan));
        }
    }

    private int report(Plan plan, Outcome outcome, String done) {
        List<ImportStep> told = output.isForPeople() ? worthTelling(plan) : plan.steps();
        if (!output.isForPeople() || !told.isEmpty()) {
            output.list(STEPS, told);
        }
        output.say(done + counted(plan, outcome));
        output.say("there before: " + counted(plan, Outcome.PRESENT));
        output.say("left out: " + counted(plan, Outcome.LEFT_OUT));
        if (plan.count(Kind.USER, Outcome.CREATED) > 0) {
            output.say("nobody new has a password; `roster token show USERNAME` shows the key of one of them");
        }
        return plan.count(Outcome.LEFT_OUT) == 0 ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    /** What is still to be made, what could not be, and what is other than it was over there. */
    private static List<ImportStep> worthTelling(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.outcome() == Outcome.CREATE || !step.note().isEmpty())
                .toList();
    }

    private static String counted(Plan plan, Outcome outcome) {
        return plan.count(Kind.USER, outcome) + " users, " + plan.count(Kind.WORKSPACE, outcome) + " workspaces, "
                + plan.count(Kind.MEMBER, outcome) + " memberships";
    }

    private void tell(ImportStep step, long done, long total) {
        if (done % TELL_EVERY == 0 && done < total) {
            output.say(done + " of " + total);
        }
    }
}
