package dev.roster.application.annex;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Annexes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the data that an interface stores, in order of attachment, to callers who may read its owner. */
public final class ListAnnexes {
    private final UnitOfWork work;
    private final AnnexAccess access;
    private final Annexes annexes;

    @Inject
    ListAnnexes(UnitOfWork work, AnnexAccess access, Annexes annexes) {
        this.work = work;
        this.access = access;
        this.annexes = annexes;
    }

    /** @throws RefusedException NOT_FOUND naming the kind of owner */
    public List<Annex> handle(Caller caller, AnnexOwner owner, String kind) {
        return work.reading(() -> {
            access.requireToRead(caller, owner);
            return annexes.of(owner, kind);
        });
    }

    /**
     * What lies beside the caller's own account, with one look.
     *
     * @throws RefusedException FORBIDDEN for a caller without an account
     */
    public List<Annex> own(Caller caller, String kind) {
        return work.reading(
                () -> annexes.of(AnnexOwner.of(work.guard().accountOf(caller).id()), kind));
    }

    /**
     * For many owners at once, as a page of a list has them. What the caller may not read, and what does not exist, has none.
     *
     * @param wanted of one kind, at most {@link PageRequest#MOST}
     */
    public Map<AnnexOwner, List<Annex>> ofMany(Caller caller, Set<AnnexOwner> wanted, String kind) {
        return work.reading(() -> annexes.of(access.readable(caller, wanted), kind).stream()
                .collect(Collectors.groupingBy(Annex::owner)));
    }
}
