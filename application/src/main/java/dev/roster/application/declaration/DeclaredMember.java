package dev.roster.application.declaration;

import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.user.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A wanted member of the place.
 *
 * @param user username or e-mail address
 * @param role the membership's own role, or null for none
 */
public record DeclaredMember(String user, @Nullable RoleName role) {
    public DeclaredMember {
        user = SingleLine.check("user", user, EmailAddress.MOST);
    }

    NameKey login() {
        return NameKey.of(user);
    }
}
