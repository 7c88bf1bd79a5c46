package dev.roster.application.transfer;

import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Takes in what doors keep beside datasets, organizations and users. */
final class AnnexIntake {
    private final KnownPlaces known;
    private final Users users;
    private final WholeStore store;

    @Inject
    AnnexIntake(KnownPlaces known, Users users, WholeStore store) {
        this.known = known;
        this.users = users;
        this.store = store;
    }

    /** @param lines of one kind */
    void take(List<Line> lines, Tally tally) {
        KnownUsers here = KnownUsers.of(users.findAll(lines.stream()
                .map(line -> annex(line).owner())
                .filter(owner -> owner.kind() == AnnexOwner.Kind.USER)
                .map(owner -> new UserId(owner.id()))
                .collect(Collectors.toSet())));
        List<Line> good = new ArrayList<>();
        List<Annex> checked = new ArrayList<>();
        for (Line line : lines) {
            tally.step(line, one -> {
                Annex annex = annex(one);
                mustBeThere(annex.owner(), here);
                checked.add(annex);
                good.add(one);
            });
        }
        tally.count(good, store.addAnnexes(checked), "there already");
    }

    private static Annex annex(Line line) {
        return ((Entry.OfAnnex) Objects.requireNonNull(line.entry())).annex();
    }

    /** @throws RefusedException CONFLICT for users who were deleted: what lay beside them went with the account */
    private void mustBeThere(AnnexOwner owner, KnownUsers here) {
        switch (owner.kind()) {
            case DATASET -> known.dataset(new DatasetId(owner.id()));
            case ORGANIZATION -> known.organization(new OrganizationId(owner.id()));
            case USER -> here.living(new UserId(owner.id()));
        }
    }
}
