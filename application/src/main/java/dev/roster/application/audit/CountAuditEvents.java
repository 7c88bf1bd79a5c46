package dev.roster.application.audit;

import dev.roster.application.access.Caller;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the audit events of each UTC day. */
public final class CountAuditEvents {
    /** The longest time that is counted at once. */
    public static final int MOST_DAYS = 366;

    private static final Duration USUAL = Duration.ofDays(30);

    private final UnitOfWork work;
    private final AuditTrail trail;

    @Inject
    CountAuditEvents(UnitOfWork work, AuditTrail trail) {
        this.work = work;
        this.trail = trail;
    }

    /**
     * A count for each day from the first to the last, also where nothing was done.
     *
     * @param filter without an end up to now, without a beginning from 30 days before the end
     * @throws RefusedException FORBIDDEN naming {@code audit:read}; INVALID naming {@code since} that is after the end or more than
     *     {@value #MOST_DAYS} days before it
     */
    public List<AuditTrail.Day> perDay(Caller caller, AuditTrail.Filter filter) {
        Instant until = filter.until() == null ? work.now() : filter.until();
        Instant since = filter.since() == null ? until.minus(USUAL) : filter.since();
        if (since.isAfter(until) || Duration.between(since, until).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw RefusedException.invalid(
                    "since",
                    "invalid time from " + since + " to " + until + ", expected at most " + MOST_DAYS + " days");
        }
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance());
            return each(since, until, trail.perDay(filter.withSince(since).withUntil(until)));
        });
    }

    private static List<AuditTrail.Day> each(Instant since, Instant until, List<AuditTrail.Day> found) {
        Map<LocalDate, AuditTrail.Day> known =
                found.stream().collect(Collectors.toMap(AuditTrail.Day::day, day -> day));
        return day(since)
                .datesUntil(day(until).plusDays(1))
                .map(day -> known.getOrDefault(day, new AuditTrail.Day(day, 0)))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
