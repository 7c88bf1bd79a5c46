package dev.roster.persistence.sql;

import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditReport.Found;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.OldTrail;
import dev.roster.domain.audit.Signing;
import dev.roster.persistence.sql.OldEvents.OldEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Signs the events that were written before events were signed, as they are, and starts the chain of seals anew with a
 * beginning that says so. The seals they had stay as marks, so that one that was written down is still known.
 */
final class TrailTakeover {
    private static final int PAGE = AuditSeal.MOST;

    private final Handle handle;
    private final Signing signing;
    private final Instant at;
    private final FoundNames names;

    TrailTakeover(Handle handle, Signing signing, Instant at) {
        this.handle = handle;
        this.signing = signing;
        this.at = at;
        this.names = new FoundNames(handle);
    }

    /** Goes through the trail in pages, however long it is. */
    void run() {
        Found found = find();
        AuditSeal newest = AuditSeal.beginning(takeOverSeals(), found, at, signing);
        SqlAuditSeals.insert(handle, newest);
        if (found != null) {
            names.collect();
            signEvents(newest);
            names.forget();
        }
    }

    private @Nullable Found find() {
        long last = handle.createQuery("SELECT coalesce(max(number), 0) FROM audit_events")
                .mapTo(Long.class)
                .one();
        return last > 0 ? new Found(last, at, fitsItsSeals()) : null;
    }

    private boolean fitsItsSeals() {
        OldTrail trail = new OldTrail(signing);
        long last = Long.MIN_VALUE;
        List<OldTrail.Seal> seals = OldEvents.seals(handle, Long.MIN_VALUE, PAGE);
        while (!seals.isEmpty()) {
            for (OldTrail.Seal seal : seals) {
                tell(trail, last, seal.last());
                trail.seal(seal);
                last = Math.max(last, seal.last());
            }
            seals = OldEvents.seals(handle, seals.get(seals.size() - 1).number(), PAGE);
        }
        tell(trail, last, Long.MAX_VALUE);
        return trail.fits();
    }

    private void tell(OldTrail trail, long after, long upTo) {
        List<OldEvent> page = OldEvents.after(handle, after, upTo, PAGE);
        while (!page.isEmpty()) {
            page.forEach(event -> trail.event(event.event(), event.evidence()));
            page = OldEvents.after(handle, lastOf(page), upTo, PAGE);
        }
    }

    private static long lastOf(List<OldEvent> page) {
        return page.get(page.size() - 1).event().number();
    }

    /** Returns the newest, or null when there was none. */
    private @Nullable AuditSeal takeOverSeals() {
        AuditSeal newest = null;
        List<OldTrail.Seal> page = OldEvents.seals(handle, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            List<AuditSeal> found = new ArrayList<>();
            for (OldTrail.Seal seal : page) {
                boolean isFirst = newest == null && seal.number() > 1;
                newest = AuditSeal.found(seal.number(), seal.signature(), seal.at(), isFirst, signing);
                found.add(newest);
            }
            keepAsMarks(found);
            page = OldEvents.seals(handle, found.get(found.size() - 1).number(), PAGE);
        }
        return newest;
    }

    private void keepAsMarks(List<AuditSeal> found) {
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE audit_seals SET
                    first_event = 0, last_event = 0, contents = '', previous = '', digest = :digest,
                    signature = :signature, anchor = :anchor
                WHERE number = :number
                """)) {
            found.forEach(seal -> batch.bind("digest", seal.digest())
                    .bind("signature", seal.signature())
                    .bind("anchor", seal.anchor())
                    .bind("number", seal.number())
                    .add());
            batch.execute();
        }
    }

    private void signEvents(AuditSeal beginning) {
        AuditSeal newest = beginning;
        List<OldEvent> page = OldEvents.after(handle, Long.MIN_VALUE, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            List<AuditRecord> signed = signed(page);
            write(signed);
            newest = AuditSeal.over(newest, signed, at, signing);
            SqlAuditSeals.insert(handle, newest);
            page = OldEvents.after(handle, lastOf(page), Long.MAX_VALUE, PAGE);
        }
    }

    private List<AuditRecord> signed(List<OldEvent> page) {
        Map<Long, String> persons = names.persons(page);
        return page.stream()
                .map(OldEvent::event)
                .map(event -> event.withPerson(FoundNames.user(persons.get(event.number()))))
                .map(event -> AuditRecord.found(event, AuditRows::salt, signing))
                .toList();
    }

    private void write(List<AuditRecord> signed) {
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE audit_events SET person_id = :person, evidence = :evidence, signature = :signature
                WHERE number = :number
                """)) {
            signed.forEach(record -> batch.bind("person", record.event().person())
                    .bind("evidence", record.evidence().text())
                    .bind("signature", record.signature())
                    .bind("number", record.event().number())
                    .add());
            batch.execute();
        }
    }
}
