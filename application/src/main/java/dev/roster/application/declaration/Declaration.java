package dev.roster.application.declaration;

import dev.roster.domain.text.NameKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Roles, organizations, workspaces and memberships as somebody wants them to be. Everything is found by name without
 * regard to case; what is not mentioned stays as it is.
 */
public record Declaration(List<DeclaredRole> roles, List<DeclaredOrganization> organizations) {
    public Declaration {
        roles = List.copyOf(roles);
        organizations = List.copyOf(organizations);
    }

    /** What everybody it mentions anywhere logs in with. */
    Set<NameKey> logins() {
        return organizations.stream()
                .flatMap(DeclaredOrganization::everybody)
                .map(DeclaredMember::login)
                .collect(Collectors.toUnmodifiableSet());
    }
}
