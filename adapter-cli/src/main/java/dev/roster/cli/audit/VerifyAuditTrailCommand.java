package dev.roster.cli.audit;

import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.AuditVerifier;
import dev.roster.domain.audit.SealMark;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        header = "Verify that the audit trail is unchanged.",
        description = {
            "Lists each event that was changed, removed, added or moved, or that this installation did "
                    + "not write; the exit code is 1 if there is one. A running server seals events every few "
                    + "seconds, and this command seals the rest before it starts.",
            "",
            "Keep seals in another place: a server writes each seal to its log, and this command prints "
                    + "the newest. Only with --seal can it show that the end of the trail was cut off, or that an "
                    + "old backup was restored."
        },
        footer = {
            "",
            "Examples:",
            "  roster audit verify",
            "  roster audit verify --seal 12:9f3a5b0c7d1e2f40",
            "  roster audit verify --file audit-2026-03.jsonl"
        })
final class VerifyAuditTrailCommand implements Callable<Integer> {
    private static final Layout<AuditReport> REPORT = Layout.<AuditReport>of("reports")
            .column("intact", AuditReport::isIntact)
            .column("events", AuditReport::events)
            .column("seals", AuditReport::seals)
            .column("unsealed", AuditReport::unsealed)
            .column("erased", AuditReport::erased)
            .column("newest_seal", VerifyAuditTrailCommand::mark)
            .column("found", VerifyAuditTrailCommand::found)
            .column("clock_steps", VerifyAuditTrailCommand::clockSteps)
            .column(
                    "faults",
                    report -> report.faults().stream().map(AuditFault::describe).toList());

    private final Operator operator;
    private final Output output;
    private final Provider<VerifyAuditTrail> verifyAuditTrail;

    @Option(
            names = "--seal",
            paramLabel = "SEAL",
            description = "A seal that the trail must contain, from an earlier run or a server's log.")
    private @Nullable SealMark expected;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Verify a file of roster audit export instead of the store.")
    private @Nullable Path file;

    @Inject
    VerifyAuditTrailCommand(Operator operator, Output output, Provider<VerifyAuditTrail> verifyAuditTrail) {
        this.operator = operator;
        this.output = output;
        this.verifyAuditTrail = verifyAuditTrail;
    }

    @Override
    public Integer call() {
        VerifyAuditTrail verify = verifyAuditTrail.get();
        Path copy = file;
        AuditReport report = copy == null
                ? verify.handle(operator.caller(), expected, seen -> output.say(seen + " events"))
                : verify.copy(operator.caller(), expected, verifier -> read(copy, verifier));
        if (output.isForPeople()) {
            tell(report);
        } else {
            output.show(REPORT, report);
        }
        return report.isIntact() ? ExitCodes.DONE : ExitCodes.NO;
    }

    private static void read(Path file, AuditVerifier verifier) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            AuditLines.read(lines, verifier);
        } catch (IOException unreadable) {
            throw new InstallationException("`" + file + "` cannot be read as an exported audit trail", unreadable);
        }
    }

    private void tell(AuditReport report) {
        report.faults().forEach(fault -> output.line(fault.describe()));
        if (report.more()) {
            output.line("there are more findings");
        }
        String held = counted(report.events(), "event") + " under " + counted(report.seals(), "seal") + ", "
                + report.erased() + " with personal data erased, " + report.unsealed() + " not sealed yet";
        if (report.isIntact()) {
            output.verdict(Ink.GREEN, "intact", ": " + held);
        } else {
            output.verdict(Ink.RED, "not intact", ": " + held);
        }
        clockSteps(report).forEach(output::line);
        String found = found(report);
        if (found != null) {
            output.line(found);
        }
        String mark = mark(report);
        if (mark != null) {
            output.line("newest seal: " + mark);
        }
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** What the report cannot vouch for. */
    private static @Nullable String found(AuditReport report) {
        AuditReport.Found found = report.found();
        return found == null
                ? null
                : "events up to " + found.last()
                        + " are from before events were signed; they are as Roster found them at "
                        + found.at()
                        + (found.fitted() ? ", and fitted their seals then" : ", and did not fit their seals then");
    }

    private static List<String> clockSteps(AuditReport report) {
        return report.clockSteps().stream()
                .map(step -> "event " + step.event() + " is dated "
                        + step.back().toSeconds() + " s before the event in front of it: a clock was set back")
                .toList();
    }

    private static @Nullable String mark(AuditReport report) {
        AuditSeal newest = report.newest();
        return newest == null ? null : newest.mark().toString();
    }
}
