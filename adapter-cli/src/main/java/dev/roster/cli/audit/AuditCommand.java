package dev.roster.cli.audit;

import dev.roster.application.audit.CountAuditEvents;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.port.AuditTrail;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.TargetName;
import dev.roster.domain.audit.Door;
import dev.roster.domain.text.Uuids;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        header = "List the events of the audit trail, newest first.",
        description = "Each condition narrows the list.",
        subcommands = {VerifyAuditTrailCommand.class, ExportAuditTrailCommand.class, PruneAuditTrailCommand.class},
        footer = {
            "",
            "Examples:",
            "  roster audit --actor ada --since 7d",
            "  roster audit --subject user:bob --action user.",
            "  roster audit --per-day --since 7d",
            "  roster audit --since 2026-03-01 --until 2026-04-01 --all --output csv"
        })
public final class AuditCommand implements Runnable {
    private static final Layout<AuditTrail.Day> DAYS = Layout.<AuditTrail.Day>of("days")
            .column("day", AuditTrail.Day::day)
            .column("events", AuditTrail.Day::events);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListAuditEvents> listAuditEvents;
    private final Provider<CountAuditEvents> countAuditEvents;

    @Option(
            names = "--actor",
            paramLabel = "USER",
            description = "Only events by USER: username, e-mail address or id.")
    private @Nullable String actor;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            description = "Only events with this action, such as user.create; a prefix such as user. selects all "
                    + "actions on users.")
    private @Nullable String action;

    @Option(
            names = "--subject",
            paramLabel = "TARGET",
            description = "Only events on this subject: WORKSPACE, WORKSPACE/DATASET, user:NAME, role:NAME, "
                    + "organization:NAME, or an id, also of something deleted.")
    private @Nullable String subject;

    @Option(
            names = "--door",
            paramLabel = "DOOR",
            description = "Only events that came through this door: api, argilla, arize, label-studio, console, cli, "
                    + "embedded or system.")
    private @Nullable Door door;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only events at or after TIME: 2026-03-02T09:00:00Z, 2026-03-02 (UTC), or how long ago, such "
                    + "as 90m, 12h or 7d.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only events before TIME.")
    private @Nullable Instant until;

    @Option(
            names = "--per-day",
            description =
                    "Count the events of each day (UTC) instead, for at most 366 days; default: the last 30 days.")
    private boolean perDay;

    @Mixin
    private PageOptions pages;

    @Inject
    AuditCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListAuditEvents> listAuditEvents,
            Provider<CountAuditEvents> countAuditEvents) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listAuditEvents = listAuditEvents;
        this.countAuditEvents = countAuditEvents;
    }

    @Override
    public void run() {
        AuditTrail.Filter filter = AuditTrail.Filter.all()
                .withActor(actor == null ? null : names.user(actor).id())
                .withAction(action)
                .withSubject(subject == null ? null : id(subject))
                .withDoor(door)
                .withSince(since)
                .withUntil(until);
        if (perDay) {
            output.list(
                    DAYS, pages.columnsWith("--per-day"), countAuditEvents.get().perDay(operator.caller(), filter));
            return;
        }
        output.list(Layouts.AUDIT_EVENT, pages, page -> listAuditEvents.get().handle(operator.caller(), filter, page));
    }

    /** An id is taken as it is, because what it meant may be gone. */
    private UUID id(String text) {
        return Uuids.isUuid(text)
                ? Uuids.parse("subject", text)
                : names.target(TargetName.parse(text)).id();
    }
}
