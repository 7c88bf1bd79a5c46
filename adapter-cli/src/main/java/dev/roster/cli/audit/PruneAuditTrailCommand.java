package dev.roster.cli.audit;

import dev.roster.application.audit.PruneAuditTrail;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "prune",
        header = "Remove audit events that are older than the setting audit-retention.",
        description = "A running server does this once a day. The remaining events can still be verified.",
        footer = {"", "Examples:", "  ROSTER_AUDIT_RETENTION=365d roster audit prune --yes"})
final class PruneAuditTrailCommand implements Runnable {
    private final Operator operator;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<PruneAuditTrail> pruneAuditTrail;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Inject
    PruneAuditTrailCommand(
            Operator operator, Output output, Confirmation confirmation, Provider<PruneAuditTrail> pruneAuditTrail) {
        this.operator = operator;
        this.output = output;
        this.confirmation = confirmation;
        this.pruneAuditTrail = pruneAuditTrail;
    }

    @Override
    public void run() {
        confirmation.ask("remove the audit events that are older than the setting audit-retention", yes);
        int removed = pruneAuditTrail.get().handle(operator.caller());
        output.say("removed " + removed + (removed == 1 ? " event" : " events"));
    }
}
