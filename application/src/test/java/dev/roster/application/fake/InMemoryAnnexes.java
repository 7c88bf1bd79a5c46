package dev.roster.application.fake;

import dev.roster.application.port.Annexes;
import dev.roster.domain.dataset.DatasetAnnex;
import dev.roster.domain.dataset.DatasetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What doors keep beside datasets, in memory. */
final class InMemoryAnnexes implements Annexes {
    private final InMemoryStore store;

    InMemoryAnnexes(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<DatasetAnnex> add(DatasetAnnex annex) {
        Tables.Entry key = Tables.Entry.of(annex);
        return store.write(tables ->
                tables.annexes.has(key) ? Optional.empty() : Optional.of(tables.annexes.add(key, annex::withNumber)));
    }

    @Override
    public void put(DatasetAnnex annex) {
        Tables.Entry key = Tables.Entry.of(annex);
        store.change(tables -> {
            if (!tables.annexes.change(key, before -> annex.withNumber(before.number()))) {
                tables.annexes.add(key, annex::withNumber);
            }
        });
    }

    @Override
    public List<DatasetAnnex> of(DatasetId dataset, String kind) {
        return of(Set.of(dataset), kind);
    }

    @Override
    public List<DatasetAnnex> of(Set<DatasetId> datasets, String kind) {
        return store.read(tables -> tables.annexes.stream()
                .filter(annex ->
                        datasets.contains(annex.dataset()) && annex.kind().equals(kind))
                .toList());
    }
}
