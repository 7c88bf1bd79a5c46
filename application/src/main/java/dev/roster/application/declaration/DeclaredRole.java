package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.FreeText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * A wanted custom role.
 *
 * @param description white space around it is removed, so that it does not always seem to differ
 * @param permissions the whole set; required for a role that does not exist yet
 * @param assignedOnly the whole set of those that reach only datasets open to the workspace or assigned to the user
 */
@RecordBuilder
public record DeclaredRole(
        RoleName name,

        Change<String> description,

        Change<PermissionSet> permissions,

        Change<PermissionSet> assignedOnly,

        Change<Boolean> reachesWorkspaces)
        implements DeclaredRoleBuilder.With {
    public DeclaredRole {
        Objects.requireNonNull(name, "name");
        description = description.map(text -> FreeText.check("description", text.strip(), Role.MOST_DESCRIPTION));
    }

    /** One of which nothing else is said. */
    public static DeclaredRole named(RoleName name) {
        return DeclaredRoleBuilder.builder()
                .name(name)
                .description(Change.none())
                .permissions(Change.none())
                .assignedOnly(Change.none())
                .reachesWorkspaces(Change.none())
                .build();
    }
}
