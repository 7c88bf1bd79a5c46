package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.text.FreeText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wanted organization.
 *
 * @param description white space around it is removed, so that it does not always seem to differ
 * @param members null if the declaration does not list them; an empty list means that there must be none
 */
public record DeclaredOrganization(
        OrganizationName name,
        Change<String> description,
        @Nullable List<DeclaredMember> members,
        List<DeclaredWorkspace> workspaces) {
    public DeclaredOrganization {
        description =
                description.map(text -> FreeText.check("description", text.strip(), Organization.MOST_DESCRIPTION));
        members = members == null ? null : List.copyOf(members);
        workspaces = List.copyOf(workspaces);
    }

    /** Whom it mentions, for itself and for its workspaces. */
    Stream<DeclaredMember> everybody() {
        Stream<DeclaredMember> own = members == null ? Stream.empty() : members.stream();
        return Stream.concat(own, workspaceMembers());
    }

    /** Whom it mentions for its workspaces; they belong to the organization even where it does not say so. */
    Stream<DeclaredMember> workspaceMembers() {
        return workspaces.stream().flatMap(DeclaredWorkspace::everybody);
    }
}
