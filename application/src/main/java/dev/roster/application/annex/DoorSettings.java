package dev.roster.application.annex;

import dev.roster.application.port.Annexes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.OrganizationId;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What a door keeps of an organization for itself, as which of its credentials it takes there: it has to know before there is
 * a caller who could be asked about. For doors alone, and never to be shown; showing it is for {@link ListAnnexes}.
 */
public final class DoorSettings {
    private final UnitOfWork work;
    private final Annexes annexes;

    @Inject
    DoorSettings(UnitOfWork work, Annexes annexes) {
        this.work = work;
        this.annexes = annexes;
    }

    /**
     * In order of attachment; empty also for an organization that does not exist.
     *
     * @param kind one of the door's own
     */
    public List<Annex> of(OrganizationId organization, String kind) {
        return work.reading(() -> annexes.of(AnnexOwner.of(organization), kind));
    }
}
