package dev.roster.application.port;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.dataset.DatasetAnnex;
import dev.roster.domain.dataset.DatasetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What doors keep beside datasets. It goes with its dataset. */
public interface Annexes {
    /** Returns the annex with its number; empty, and changes nothing, when the dataset has one of that kind and key. */
    Optional<DatasetAnnex> add(DatasetAnnex annex);

    /** Adds it, or replaces the content and time of the one with that kind and key, which keeps its place. */
    void put(DatasetAnnex annex);

    /** In order of attachment. A dataset has few; there are no pages. */
    List<DatasetAnnex> of(DatasetId dataset, String kind);

    /** The same for many datasets at once, at most {@link PageRequest#MOST}. */
    List<DatasetAnnex> of(Set<DatasetId> datasets, String kind);
}
