package dev.roster.application.invitation;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Optional;

/** What to call the organization that somebody is invited into. */
final class OrganizationNames {
    private final Organizations organizations;

    @Inject
    OrganizationNames(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The name of {@link #first}. */
    Optional<String> of(User user) {
        return first(user).map(organization -> organization.name().value());
    }

    /** The one they joined first; empty when they belong to none. */
    Optional<Organization> first(User user) {
        return organizations.list(null, user.id(), PageRequest.first(1)).items().stream()
                .findFirst();
    }
}
