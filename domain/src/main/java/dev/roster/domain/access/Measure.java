package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Measures what a role gives, or would give, somebody in a place by what an actor holds there, their maker aside. */
final class Measure {
    private final Actor actor;
    private final Holding holding;
    private final boolean reachesBelow;

    Measure(Actor actor, Holding holding) {
        this.actor = actor;
        this.holding = holding;
        this.reachesBelow = holding.place().kind() == Target.Kind.ORGANIZATION && holding.reachesBelow();
    }

    /**
     * The same for a role whose holder is assigned to other datasets than the actor, or to nobody knows which: then what
     * reaches only what is assigned is not covered by what does so too.
     */
    Measure onAllDatasets() {
        Role everywhere = holding.role().withAssignedOnly(PermissionSet.none());
        return new Measure(actor, new Holding(holding.source(), everywhere, holding.place()));
    }

    /** The first permission of the role that the actor does not hold in the place, or not as far. */
    Optional<Permission> lacking() {
        return firstNotCovered(holding.role().permissions().stream().toList());
    }

    /** The same among what the role gives there beyond daily work. */
    Optional<Permission> lackingToAdminister(PermissionTable table) {
        return firstNotCovered(administrative(table));
    }

    private Optional<Permission> firstNotCovered(List<Permission> permissions) {
        return permissions.stream()
                .filter(permission -> holding.reachOf(permission) != Reach.NOWHERE)
                .filter(permission -> !covers(permission))
                .findFirst();
    }

    private List<Permission> administrative(PermissionTable table) {
        return holding.role().permissions().stream()
                .filter(table::isAdministrative)
                .filter(this::counts)
                .toList();
    }

    /** Whether the role gives it in the place at all: most of an account role counts where its user is a member. */
    private boolean counts(Permission permission) {
        return switch (holding.place().kind()) {
            case INSTANCE -> permission.isInstanceWide();
            case ORGANIZATION -> reachesBelow || !holding.role().assignedOnly().contains(permission);
            case USER, ROLE, WORKSPACE, DATASET -> true;
        };
    }

    private boolean covers(Permission permission) {
        if (permission.isInstanceWide() && actor.account().reachOf(permission) != Reach.NOWHERE) {
            return true;
        }
        return switch (holding.place().kind()) {
            case INSTANCE -> reachesAsFar(actor.account(), permission);
            case USER, ROLE -> false;
            case ORGANIZATION, WORKSPACE -> holdsAround(held -> reachesAsFar(held, permission));
            case DATASET -> AccessPolicy.held(actor, permission, holding.place()) != null;
        };
    }

    private boolean reachesAsFar(Holding held, Permission permission) {
        return held.reachOf(permission).compareTo(holding.reachOf(permission)) <= 0;
    }

    /** In an organization, a role that reaches its workspaces asks for one that does so too. */
    private boolean holdsAround(Predicate<Holding> enough) {
        return actor.around(holding.place()).stream()
                .filter(held -> !reachesBelow || AccessPolicy.fromAbove(held))
                .anyMatch(enough);
    }

    /** Whether the actor passes the restrictions of datasets where the role does, as managers and owners do. */
    boolean coversRestricted() {
        return !holding.role().isManagerOrOwner() || passesRestrictions();
    }

    /** An account role passes them where its user is a member, and not by itself. */
    boolean coversRestrictedToAdminister() {
        return holding.place().kind() == Target.Kind.INSTANCE || coversRestricted();
    }

    private boolean passesRestrictions() {
        return switch (holding.place().kind()) {
            case INSTANCE -> actor.accountRole().isManagerOrOwner();
            case ORGANIZATION ->
                !reachesBelow || holdsAround(held -> held.role().isManagerOrOwner());
            case WORKSPACE -> holdsAround(held -> held.role().isManagerOrOwner());
            case USER, ROLE -> false;
            case DATASET -> true;
        };
    }
}
