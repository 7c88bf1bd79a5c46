package dev.roster.application.user;

import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The places whose members somebody may see. */
final class SharedPlaces {
    private SharedPlaces() {}

    /**
     * Where the actor holds a role and decisions allow {@code member:read}. Workspaces that a role reaches from their
     * organization are not among them: who is a member there is one of the organization.
     *
     * @param actor with everything they hold
     */
    static Set<Place> of(Actor actor) {
        return actor.holdings().stream()
                .map(Holding::place)
                .filter(place -> AccessPolicy.allows(actor, RosterPermission.MEMBER_READ, place))
                .flatMap(place -> place(place).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Place> place(Target target) {
        return switch (target.kind()) {
            case ORGANIZATION -> Optional.of(Place.of(new OrganizationId(target.id())));
            case WORKSPACE -> Optional.of(Place.of(new WorkspaceId(target.id())));
            case INSTANCE, USER, ROLE, DATASET -> Optional.empty();
        };
    }
}
