package dev.roster.application.annex;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.annex.AnnexOwner;
import jakarta.inject.Inject;

/** Removes data that an interface stores, for callers who may store it. Does nothing if there is none. */
public final class RemoveAnnex {
    private final UnitOfWork work;
    private final AnnexAccess access;
    private final Annexes annexes;

    @Inject
    RemoveAnnex(UnitOfWork work, AnnexAccess access, Annexes annexes) {
        this.work = work;
        this.access = access;
        this.annexes = annexes;
    }

    /**
     * Returns whether there was one.
     *
     * @throws RefusedException NOT_FOUND naming the kind of owner
     */
    public boolean handle(Caller caller, AnnexOwner owner, String kind, String key) {
        return work.inTransaction(() -> {
            Target target = access.requireToKeep(caller, owner);
            boolean removed = annexes.remove(owner, kind, key);
            if (removed) {
                work.journal()
                        .write(
                                caller,
                                target.kind().word() + ".detach",
                                target,
                                Changes.none().add(kind, key, null));
            }
            return removed;
        });
    }
}
