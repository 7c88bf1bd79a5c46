package dev.roster.application.membership;

import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import jakarta.inject.Inject;

/** Organizations and workspaces as the policy sees them. */
final class Places {
    private final Organizations organizations;
    private final Workspaces workspaces;

    @Inject
    Places(Organizations organizations, Workspaces workspaces) {
        this.organizations = organizations;
        this.workspaces = workspaces;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization} or {@code workspace} */
    Target get(Place place) {
        return place.either(id -> Target.of(organizations.get(id)), id -> Target.of(workspaces.get(id)));
    }

    /** What the audit trail calls an action on the members of such a place. */
    static String action(Place place, String action) {
        return place.either(organization -> "organization-member.", workspace -> "member.") + action;
    }
}
