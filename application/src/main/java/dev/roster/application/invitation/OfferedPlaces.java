package dev.roster.application.invitation;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Joined;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an invitation leads and with which role, for its mail. */
final class OfferedPlaces {
    /** Fits on a line, and within what a carrier shows of a value. */
    private static final int MOST_LISTED = 80;

    private static final int MOST_WORKSPACES = 20;

    private final OrganizationNames organizations;
    private final Memberships memberships;

    @Inject
    OfferedPlaces(OrganizationNames organizations, Memberships memberships) {
        this.organizations = organizations;
        this.memberships = memberships;
    }

    /** The values {@code role}, {@code organization} and {@code workspaces} of a letter, as far as there are any. */
    Map<String, String> of(User user) {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put("role", user.role().toString());
        organizations
                .first(user)
                .ifPresent(first -> offered.put(
                        "organization", withRole(first.name().value(), roleIn(Place.of(first.id()), user))));
        Page<Joined> joined = memberships.workspacesOf(user.id(), PageRequest.first(MOST_WORKSPACES));
        if (!joined.items().isEmpty()) {
            offered.put("workspaces", listed(joined));
        }
        return offered;
    }

    private @Nullable RoleRef roleIn(Place place, User user) {
        return memberships.find(place, user.id()).map(Membership::role).orElse(null);
    }

    private static String listed(Page<Joined> joined) {
        StringBuilder listed = new StringBuilder();
        for (Joined each : joined.items()) {
            String place =
                    withRole(each.workspace().shownName(), each.membership().role());
            if (!listed.isEmpty() && listed.length() + place.length() > MOST_LISTED) {
                return listed.append(" and more").toString();
            }
            listed.append(listed.isEmpty() ? "" : ", ").append(place);
        }
        return joined.next() == null
                ? listed.toString()
                : listed.append(" and more").toString();
    }

    /** A membership without a role of its own has the account role, which the mail names anyway. */
    private static String withRole(String place, @Nullable RoleRef role) {
        return role == null ? place : place + " (" + role + ")";
    }
}
