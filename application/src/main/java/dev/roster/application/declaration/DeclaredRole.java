package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.FreeText;

/**
 * A custom role that there is to be.
 *
 * @param description white space around it is dropped, so that it does not seem to differ for ever
 * @param permissions the whole set; a role that is not there yet needs one
 * @param assignedOnly the whole set of those that reach only datasets open to the workspace or assigned to the user
 */
public record DeclaredRole(
        RoleName name,
        Change<String> description,
        Change<PermissionSet> permissions,
        Change<PermissionSet> assignedOnly,
        Change<Boolean> reachesWorkspaces) {
    public DeclaredRole {
        description = description.map(text -> FreeText.check("description", text.strip(), Role.MOST_DESCRIPTION));
    }
}
