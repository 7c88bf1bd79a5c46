package dev.roster.application.declaration;

import dev.roster.domain.text.NameKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roles, users, organizations, workspaces and memberships as they are wanted. Everything is found by name,
 * regardless of case; what is not mentioned stays as it is.
 *
 * @param expectations what has to hold afterwards, or nothing is done
 */
public record Declaration(
        List<DeclaredRole> roles,
        List<DeclaredUser> users,
        List<DeclaredOrganization> organizations,
        List<Expectation> expectations) {
    public Declaration {
        roles = List.copyOf(roles);
        users = List.copyOf(users);
        organizations = List.copyOf(organizations);
        expectations = List.copyOf(expectations);
    }

    /** One that expects nothing of what it does not mention. */
    public Declaration(List<DeclaredRole> roles, List<DeclaredUser> users, List<DeclaredOrganization> organizations) {
        this(roles, users, organizations, List.of());
    }

    /** Without a word about users. */
    public Declaration(List<DeclaredRole> roles, List<DeclaredOrganization> organizations) {
        this(roles, List.of(), organizations);
    }

    /** What it declares of a {@code role}, {@code user}, {@code organization} or {@code workspace}; nothing of other things. */
    public List<String> namesOf(String thing) {
        Stream<?> names = switch (thing) {
            case "role" -> roles.stream().map(DeclaredRole::name);
            case "user" -> users.stream().map(DeclaredUser::username);
            case "organization" -> organizations.stream().map(DeclaredOrganization::name);
            case "workspace" ->
                organizations.stream()
                        .flatMap(organization -> organization.workspaces().stream())
                        .map(DeclaredWorkspace::name);
            default -> Stream.empty();
        };
        return names.map(Object::toString).toList();
    }

    /** The log-in names of all users that it mentions. */
    Set<NameKey> logins() {
        return Stream.concat(
                        users.stream().flatMap(DeclaredUser::logins),
                        organizations.stream()
                                .flatMap(DeclaredOrganization::everybody)
                                .map(DeclaredMember::login))
                .collect(Collectors.toUnmodifiableSet());
    }
}
