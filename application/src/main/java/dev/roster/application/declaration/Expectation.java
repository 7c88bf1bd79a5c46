package dev.roster.application.declaration;

import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.user.EmailAddress;

/**
 * What a user may or may not do once a declaration is carried out, whatever it rests on.
 *
 * @param text the line that says so, which is its name
 * @param user username or e-mail address
 * @param allowed whether they may do it
 * @param kind instance, organization, workspace, dataset or user
 * @param place the name of the target, for a dataset behind that of its workspace and a slash; empty for the instance
 */
public record Expectation(
        String text, String user, boolean allowed, Permission permission, Target.Kind kind, String place) {
    public Expectation {
        user = SingleLine.check("user", user, EmailAddress.MOST);
    }

    NameKey login() {
        return NameKey.of(user);
    }
}
