package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.RosterPermission;
import java.util.Optional;
import java.util.function.Function;

/** Whether a role may be handed on: nobody gives more than they hold at that place, nor more than their maker does. */
final class Giving {
    private final Actor asker;
    private final Holding gift;
    private final PermissionTable table;

    Giving(Actor asker, Holding gift, PermissionTable table) {
        this.asker = asker;
        this.gift = gift;
        this.table = table;
    }

    /** Empty when the asker may give the role. */
    Optional<Decision> refusal() {
        return refusal(Measure::lacking);
    }

    /** The same, with only that counting which is more than daily work. */
    Optional<Decision> refusalToAdminister() {
        return refusal(measure -> measure.lackingToAdminister(table));
    }

    private Optional<Decision> refusal(Function<Measure, Optional<Permission>> lacking) {
        return isHeldAlready() ? Optional.empty() : refusalFor(asker, lacking);
    }

    /** An owner who becomes a member without a role of the membership's own gets nothing by it. */
    private boolean isHeldAlready() {
        return gift.source() == Source.INHERITED && gift.role().isOwner();
    }

    private Optional<Decision> refusalFor(Actor giver, Function<Measure, Optional<Permission>> lacking) {
        Actor maker = giver.maker();
        return refusalByRoles(giver, lacking).or(() -> maker == null ? Optional.empty() : refusalFor(maker, lacking));
    }

    private Optional<Decision> refusalByRoles(Actor giver, Function<Measure, Optional<Permission>> lacking) {
        if (!giver.isActive()) {
            return Optional.of(refused(RosterPermission.USER_UPDATE, Denial.notActive()));
        }
        if (giver.isOwner()) {
            return Optional.empty();
        }
        if (gift.role().isOwner()) {
            return Optional.of(refused(RosterPermission.USER_UPDATE, Denial.ownersOnly("gives the owner role")));
        }
        Measure measure = new Measure(giver, gift);
        return lacking.apply(measure)
                .map(missing -> refused(missing, Denial.moreThanHeld(gift.role(), missing, place(), table)))
                .or(() -> measure.coversRestricted() ? Optional.empty() : Optional.of(pastRestrictions()));
    }

    /** A manager reaches restricted datasets, which a custom role of the same permissions does not. */
    private Decision pastRestrictions() {
        return refused(RosterPermission.DATASET_READ, Denial.pastRestrictions(gift.role(), place(), table));
    }

    private Decision refused(Permission permission, Denial denial) {
        return Decision.denied(asker, permission, place(), denial);
    }

    private Target place() {
        return AccessPolicy.asKnownTo(asker, gift.place());
    }
}
