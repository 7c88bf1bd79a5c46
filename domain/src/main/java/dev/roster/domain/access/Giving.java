package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a role may be handed on: nobody gives more than they hold at that place, nor more than their maker does. */
final class Giving {
    private final Actor asker;
    private final Role role;
    private final Target place;

    Giving(Actor asker, Role role, Target place) {
        this.asker = asker;
        this.role = role;
        this.place = place;
    }

    /** Empty when the asker may give the role. */
    Optional<Decision> refusal() {
        return refusalFor(asker);
    }

    private Optional<Decision> refusalFor(Actor giver) {
        Actor maker = giver.maker();
        return refusalByRoles(giver).or(() -> maker == null ? Optional.empty() : refusalFor(maker));
    }

    private Optional<Decision> refusalByRoles(Actor giver) {
        if (!giver.isActive()) {
            return Optional.of(refused(RosterPermission.USER_UPDATE, Denial.notActive()));
        }
        if (giver.isOwner()) {
            return Optional.empty();
        }
        if (role.isOwner()) {
            return Optional.of(refused(RosterPermission.USER_UPDATE, Denial.ownersOnly("gives the owner role")));
        }
        return role.permissions().stream()
                .filter(permission -> !holds(giver, permission))
                .findFirst()
                .map(lacking -> refused(lacking, Denial.moreThanHeld(role, lacking, place)))
                .or(() -> pastRestrictions(giver));
    }

    private Decision refused(Permission permission, Denial denial) {
        return Decision.denied(asker, permission, place, denial);
    }

    /** Whether the giver holds the permission at the place, as far as the role would reach with it there. */
    private boolean holds(Actor giver, Permission permission) {
        if (permission.isInstanceWide() && giver.accountRole().holds(permission)) {
            return true;
        }
        return switch (place.kind()) {
            case INSTANCE -> reachesAsFar(giver.accountRole(), permission);
            case USER, ROLE -> false;
            case ORGANIZATION, WORKSPACE -> holdsAround(giver, held -> reachesAsFar(held.role(), permission));
            case DATASET -> AccessPolicy.held(giver, permission, place) != null;
        };
    }

    private boolean reachesAsFar(Role held, Permission permission) {
        return held.reachOf(permission).compareTo(role.reachOf(permission)) <= 0;
    }

    /** In an organization, a role that reaches its workspaces asks for one that does so too. */
    private boolean holdsAround(Actor giver, Predicate<Holding> enough) {
        boolean reachesDown = place.kind() == Target.Kind.ORGANIZATION && role.reachesWorkspaces();
        return giver.around(place).stream()
                .filter(held -> !reachesDown || AccessPolicy.fromAbove(held))
                .anyMatch(enough);
    }

    /** A manager reaches restricted datasets, which a custom role of the same permissions does not. */
    private Optional<Decision> pastRestrictions(Actor giver) {
        boolean holdsIt = place.kind() == Target.Kind.INSTANCE
                ? giver.accountRole().isManagerOrOwner()
                : place.kind() == Target.Kind.DATASET
                        || holdsAround(giver, held -> held.role().isManagerOrOwner());
        return holdsIt || !role.isManagerOrOwner()
                ? Optional.empty()
                : Optional.of(refused(RosterPermission.DATASET_READ, Denial.pastRestrictions(role, place)));
    }
}
