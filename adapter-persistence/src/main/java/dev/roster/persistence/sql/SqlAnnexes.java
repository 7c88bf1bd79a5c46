package dev.roster.persistence.sql;

import dev.roster.application.port.Annexes;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What doors keep beside datasets, users and organizations. */
final class SqlAnnexes implements Annexes {
    private final Database database;

    @Inject
    SqlAnnexes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Annex> add(Annex annex) {
        String add = AnnexTable.of(annex.owner()).add;
        return database.write(handle -> AnnexTable.values(handle.createQuery(add), annex)
                .mapTo(Long.class)
                .findOne()
                .map(annex::withNumber));
    }

    @Override
    public void put(Annex annex) {
        String put = AnnexTable.of(annex.owner()).put;
        database.write(
                handle -> AnnexTable.values(handle.createUpdate(put), annex).execute());
    }

    @Override
    public boolean remove(AnnexOwner owner, String kind, String key) {
        return database.sql(AnnexTable.of(owner).remove)
                .with("owner", owner.id())
                .with("kind", kind)
                .with("entry", key)
                .changed();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql(AnnexTable.USERS.removeAll).with("owner", user).change();
    }

    @Override
    public long count(AnnexOwner owner, String kind) {
        return database.read(handle -> handle.createQuery(AnnexTable.of(owner).count)
                .bind("owner", owner.id())
                .bind("kind", kind)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Annex> of(AnnexOwner owner, String kind) {
        return of(Set.of(owner), kind);
    }

    @Override
    public List<Annex> of(Set<AnnexOwner> owners, String kind) {
        if (owners.isEmpty()) {
            return List.of();
        }
        AnnexTable table = AnnexTable.of(owners.iterator().next());
        return database.sql(table.ofOwners)
                .within("owners", owners.stream().map(AnnexOwner::id).toList())
                .with("kind", kind)
                .all(table::annex);
    }
}
