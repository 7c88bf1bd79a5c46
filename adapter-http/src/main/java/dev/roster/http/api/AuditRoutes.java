package dev.roster.http.api;

import dev.roster.application.audit.CountAuditEvents;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.Listing;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.Quoted;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done. */
final class AuditRoutes implements RouteGroup {
    private record Subject(String kind, UUID id, String name) {}

    private record EventJson(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            String actor,
            String door,
            @Nullable String address,
            String action,
            Subject subject,
            @Nullable UUID placeId,
            @Nullable UUID personId,
            Map<String, AuditEvent.Change> changes) {
        static EventJson of(AuditEvent event) {
            return new EventJson(
                    event.id().value(),
                    event.at(),
                    event.actor() == null ? null : event.actor().value(),
                    event.actorName(),
                    event.door().word(),
                    event.address(),
                    event.action(),
                    new Subject(event.subjectKind(), event.subject(), event.subjectName()),
                    event.place(),
                    event.person() == null ? null : event.person().value(),
                    event.changes());
        }
    }

    private record DayJson(String day, long events) {
        static DayJson of(AuditTrail.Day day) {
            return new DayJson(day.day().toString(), day.events());
        }
    }

    private record FaultJson(
            String kind, @Nullable Long seal, @Nullable Long event) {
        static FaultJson of(AuditFault fault) {
            return new FaultJson(fault.kind().word(), fault.seal(), fault.event());
        }
    }

    private record FoundJson(long lastEvent, Instant at, boolean fitted) {
        static FoundJson of(AuditReport.Found found) {
            return new FoundJson(found.last(), found.at(), found.fitted());
        }
    }

    private record ClockStepJson(long event, long secondsBack) {
        static ClockStepJson of(AuditReport.ClockStep step) {
            return new ClockStepJson(step.event(), step.back().toSeconds());
        }
    }

    private record VerificationJson(
            boolean intact,
            long events,
            long seals,
            long unsealed,
            long erased,
            @Nullable String newestSeal,
            @Nullable FoundJson found,
            List<ClockStepJson> clockSteps,
            List<FaultJson> faults,
            boolean moreFaults) {
        static VerificationJson of(AuditReport report) {
            AuditSeal newest = report.newest();
            AuditReport.Found found = report.found();
            return new VerificationJson(
                    report.isIntact(),
                    report.events(),
                    report.seals(),
                    report.unsealed(),
                    report.erased(),
                    newest == null ? null : newest.mark().toString(),
                    found == null ? null : FoundJson.of(found),
                    report.clockSteps().stream().map(ClockStepJson::of).toList(),
                    report.faults().stream().map(FaultJson::of).toList(),
                    report.more());
        }
    }

    private static final Shape<VerificationJson> VERIFICATION = Shape.of(VerificationJson.class);
    private static final Shape<Listing<EventJson>> LIST = Shape.listOf(EventJson.class);

    private static final Shape<Listing<DayJson>> DAYS = Shape.listOf(DayJson.class);

    private final ListAuditEvents listAuditEvents;
    private final CountAuditEvents countAuditEvents;
    private final VerifyAuditTrail verifyAuditTrail;

    @Inject
    AuditRoutes(ListAuditEvents listAuditEvents, CountAuditEvents countAuditEvents, VerifyAuditTrail verifyAuditTrail) {
        this.listAuditEvents = listAuditEvents;
        this.countAuditEvents = countAuditEvents;
        this.verifyAuditTrail = verifyAuditTrail;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/audit-events", this::list)
                .taking("actor_id", "action", "subject_id", "door", "since", "until", "limit", "cursor");
        routes.get("/audit-events/per-day", this::perDay)
                .taking("actor_id", "action", "subject_id", "door", "since", "until");
        routes.post("/audit-events/verification", this::verify).taking("seal");
    }

    private void verify(Call call) {
        SealMark expected = call.query().read("seal", SealMark::parse);
        call.answer(VERIFICATION, VerificationJson.of(verifyAuditTrail.handle(call.caller(), expected, seen -> {})));
    }

    private void list(Call call) {
        call.answer(LIST, listAuditEvents.handle(call.caller(), filter(call), call.page()), EventJson::of);
    }

    private void perDay(Call call) {
        List<DayJson> days = countAuditEvents.perDay(call.caller(), filter(call)).stream()
                .map(DayJson::of)
                .toList();
        call.answer(DAYS, new Listing<>(days, null));
    }

    private static AuditTrail.Filter filter(Call call) {
        QueryParameters query = call.query();
        return AuditTrail.Filter.all()
                .withActor(query.read("actor_id", UserId::parse))
                .withAction(query.text("action"))
                .withSubject(query.read("subject_id", Fields::uuid))
                .withDoor(query.read("door", AuditRoutes::door))
                .withSince(query.read("since", Fields::instant))
                .withUntil(query.read("until", Fields::instant));
    }

    private static Door door(String word) {
        return Arrays.stream(Door.values())
                .filter(door -> door.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "door",
                        "invalid door `" + Quoted.clip(word) + "`, expected one of "
                                + Arrays.stream(Door.values()).map(Door::word).collect(Collectors.joining(", "))));
    }
}
