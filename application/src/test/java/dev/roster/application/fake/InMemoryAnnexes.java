package dev.roster.application.fake;

import dev.roster.application.port.Annexes;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What doors keep beside datasets, users and organizations, in memory. */
final class InMemoryAnnexes implements Annexes {
    private final InMemoryStore store;

    InMemoryAnnexes(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Annex> add(Annex annex) {
        Tables.Entry key = Tables.Entry.of(annex);
        return store.write(tables ->
                tables.annexes.has(key) ? Optional.empty() : Optional.of(tables.annexes.add(key, annex::withNumber)));
    }

    @Override
    public void put(Annex annex) {
        Tables.Entry key = Tables.Entry.of(annex);
        store.change(tables -> {
            if (!tables.annexes.change(key, before -> annex.withNumber(before.number()))) {
                tables.annexes.add(key, annex::withNumber);
            }
        });
    }

    @Override
    public boolean remove(AnnexOwner owner, String kind, String key) {
        return store.write(tables -> tables.annexes.remove(new Tables.Entry(owner, kind, key)));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> removeAll(tables, AnnexOwner.of(user)));
    }

    static void removeAll(Tables tables, AnnexOwner owner) {
        tables.annexes.removeIf(annex -> annex.owner().equals(owner));
    }

    @Override
    public long count(AnnexOwner owner, String kind) {
        return of(owner, kind).size();
    }

    @Override
    public List<Annex> of(AnnexOwner owner, String kind) {
        return of(Set.of(owner), kind);
    }

    @Override
    public List<Annex> of(Set<AnnexOwner> owners, String kind) {
        return store.read(tables -> tables.annexes.stream()
                .filter(annex -> owners.contains(annex.owner()) && annex.kind().equals(kind))
                .toList());
    }
}
