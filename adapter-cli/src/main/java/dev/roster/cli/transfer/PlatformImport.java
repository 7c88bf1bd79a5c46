package dev.roster.cli.transfer;

import dev.roster.application.importing.ImportPeople;
import dev.roster.application.importing.ImportPeople.Plan;
import dev.roster.application.importing.ImportStep;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way of an import from any other platform: read, show, ask, do, report. */
final class PlatformImport {
    private static final Layout<ImportStep> STEPS = Layout.<ImportStep>of("steps")
            .column("outcome", step -> step.outcome().word())
            .column("kind", step -> step.kind().word())
            .column("name", ImportStep::name)
            .column("note", ImportStep::note);
    private static final int TELL_EVERY = 100;
    private static final int TELL_READ_EVERY = 1_000;

    /** Counted even where there are none. */
    private static final Set<Kind> USUAL = EnumSet.of(Kind.USER, Kind.WORKSPACE, Kind.MEMBER);

    /** What to do about it. */
    enum Way {
        DRY_RUN,
        ASKING,
        AT_ONCE
    }

    private final Operator operator;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<Installation> installation;
    private final Provider<ImportPeople> importPeople;

    @Inject
    PlatformImport(
            Operator operator,
            Output output,
            Confirmation confirmation,
            Provider<Installation> installation,
            Provider<ImportPeople> importPeople) {
        this.operator = operator;
        this.output = output;
        this.confirmation = confirmation;
        this.installation = installation;
        this.importPeople = importPeople;
    }

    /**
     * Returns the exit code.
     *
     * @param platform the word that it is bound under
     */
    int run(String platform, ForeignPlatform.Address address, Way way) {
        if (way != Way.DRY_RUN) {
            installation.get().allowNewStore();
        }
        output.say("reading `" + address.url() + "`");
        Plan plan = importPeople.get().plan(operator.caller(), platform, address, this::tellRead);
        if (way == Way.DRY_RUN) {
            return report(plan, Outcome.CREATE, "to create: ");
        }
        if (plan.count(Outcome.CREATE) > 0) {
            show(plan, way);
            confirmation.ask("bring " + counted(plan, Outcome.CREATE), way == Way.AT_ONCE);
        }
        return report(importPeople.get().handle(operator.caller(), plan, this::tell), Outcome.CREATED, "created: ");
    }

    /** Before it asks people, it shows them what it is about; programs read the report alone. */
    private void show(Plan plan, Way way) {
        if (output.isForPeople() && way == Way.ASKING) {
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
        plan.untold().forEach(untold -> output.say("note: " + untold));
        if (plan.count(Kind.USER, Outcome.CREATED) > 0) {
            output.say("imported users have no password; `roster token show USERNAME` prints the token of one");
        }
        return plan.count(Outcome.LEFT_OUT) == 0 ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    /** What is still to be created, what could not be, and what is other than it was over there. */
    private static List<ImportStep> worthTelling(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.outcome() == Outcome.CREATE || !step.note().isEmpty())
                .toList();
    }

    private static String counted(Plan plan, Outcome outcome) {
        Set<Kind> there = plan.steps().stream().map(ImportStep::kind).collect(Collectors.toSet());
        return Arrays.stream(Kind.values())
                .filter(kind -> USUAL.contains(kind) || there.contains(kind))
                .map(kind -> plan.count(kind, outcome) + " " + kind.plural())
                .collect(Collectors.joining(", "));
    }

    private void tellRead(String things, long count) {
        if (count > 0 && count % TELL_READ_EVERY == 0) {
            output.say(count + " " + things + " read");
        }
    }

    private void tell(ImportStep step, long done, long total) {
        if (done % TELL_EVERY == 0 && done < total) {
            output.say(done + " of " + total);
        }
    }
}
