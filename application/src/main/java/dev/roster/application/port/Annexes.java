package dev.roster.application.port;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What doors keep beside datasets, users and organizations. It goes with the dataset or organization it lies beside. */
public interface Annexes {
    /** Returns the annex with its number; empty, and changes nothing, when the owner has one of that kind and key. */
    Optional<Annex> add(Annex annex);

    /** Adds it, or replaces the content and time of the one with that kind and key, which keeps its place. */
    void put(Annex annex);

    /** Returns false when there was none. */
    boolean remove(AnnexOwner owner, String kind, String key);

    /** Of every kind. The row of a user stays when the account ends, so this has to be called then. */
    void removeAllOf(UserId user);

    long count(AnnexOwner owner, String kind);

    /** In order of attachment. An owner has few of a kind; there are no pages. */
    List<Annex> of(AnnexOwner owner, String kind);

    /**
     * The same for many owners at once.
     *
     * @param owners all of one kind, at most {@link PageRequest#MOST}
     */
    List<Annex> of(Set<AnnexOwner> owners, String kind);
}
