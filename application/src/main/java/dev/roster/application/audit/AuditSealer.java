package dev.roster.application.audit;

import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.AuditWitness;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Signing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes what was written since with seals. Writers are not waited for and do not wait: events are read without holding
 * anything, and of several nodes that make the same seal one adds it. Nothing is sealed that this installation did not write,
 * and nothing after a seal that is not the one it should be.
 */
@Singleton
public final class AuditSealer {
    private static final int MOST_TOLD = 1_000;

    private final UnitOfWork work;
    private final AuditTrail trail;
    private final AuditSeals seals;
    private final SecretKeys keys;
    private final Signing signing;
    private final AuditWitness witness;
    private final Set<String> told = new HashSet<>();
    private @Nullable AuditSeal newestKnown;

    @Inject
    AuditSealer(
            UnitOfWork work,
            AuditTrail trail,
            AuditSeals seals,
            SecretKeys keys,
            Signing signing,
            AuditWitness witness) {
        this.work = work;
        this.trail = trail;
        this.seals = seals;
        this.keys = keys;
        this.signing = signing;
        this.witness = witness;
    }

    /** Seals all that can be sealed now. Not to be called in a transaction. */
    public synchronized void seal() {
        OptionalLong settled = trail.settled();
        boolean more = true;
        while (more) {
            more = sealBatch(settled.orElse(Long.MIN_VALUE));
        }
    }

    /** Returns false when nothing is left to seal. Where another node was faster, its seal is gone on from. */
    private boolean sealBatch(long settled) {
        Optional<AuditSeal> made = work.reading(() -> next(settled));
        made.filter(seals::add).ifPresent(this::tell);
        return made.isPresent();
    }

    private Optional<AuditSeal> next(long settled) {
        keys.requireCurrent();
        AuditSeal before = seals.newest().orElse(null);
        return before != null && isSound(before) ? next(before, settled) : nothing(before);
    }

    private Optional<AuditSeal> nothing(@Nullable AuditSeal before) {
        suspect(
                before == null
                        ? "the beginning of the audit trail is missing"
                        : "seal " + before.number() + " of the audit trail is not the one that was created");
        return Optional.empty();
    }

    /** Also as far as this process can remember: a store that was put back holds seals that were genuine once. */
    private boolean isSound(AuditSeal newest) {
        AuditSeal known = newestKnown;
        if (known == null && newest.isGenuine(signing)) {
            tell(newest);
            return true;
        }
        boolean replaced = known != null
                && (newest.number() < known.number()
                        || (newest.number() == known.number() && !newest.mark().equals(known.mark())));
        return !replaced && newest.isGenuine(signing);
    }

    /** What is not genuine is left out and told. The batch ends with an event that is. */
    private Optional<AuditSeal> next(AuditSeal before, long settled) {
        List<AuditRecord> page = trail.records(before.end(), settled, AuditSeal.MOST);
        while (!page.isEmpty()) {
            List<AuditRecord> batch = page.stream().filter(this::isGenuine).toList();
            if (!batch.isEmpty()) {
                return over(before, batch);
            }
            page = trail.records(page.get(page.size() - 1).event().number(), settled, AuditSeal.MOST);
        }
        return Optional.empty();
    }

    private boolean isGenuine(AuditRecord record) {
        boolean genuine = record.isGenuine(signing);
        if (!genuine) {
            suspect("event " + record.event().number()
                    + " of the audit trail is not as this installation wrote it, or was never written by it");
        }
        return genuine;
    }

    private Optional<AuditSeal> over(AuditSeal before, List<AuditRecord> batch) {
        Optional<AuditRecord> later =
                batch.stream().filter(record -> !record.mayFollow(before)).findFirst();
        later.ifPresent(record -> suspect("a seal that event " + record.event().number()
                + " of the audit trail was written after is missing or was replaced"));
        return later.isPresent() ? Optional.empty() : Optional.of(AuditSeal.over(before, batch, work.now(), signing));
    }

    private void tell(AuditSeal seal) {
        newestKnown = seal;
        witness.sealed(seal);
    }

    /** Once, not with each round. */
    private void suspect(String what) {
        if (told.size() < MOST_TOLD && told.add(what)) {
            witness.suspected(what);
        }
    }
}
