package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.regex.Pattern;

/**
 * A permission of an application, which Roster stores, lists and decides on as on its own, such as
 * {@code arize:DASHBOARD_READ}. Its namespace must not be one of Roster's own resources, so that it cannot collide with a
 * later permission of Roster. It applies in the places where a role with it is held. Owners hold all of them, other
 * predefined roles those set in {@link RegisteredReach}.
 */
public record RegisteredPermission(String key) implements Permission {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}:[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}");

    public RegisteredPermission {
        if (!SHAPE.matcher(key).matches()) {
            throw RefusedException.invalid(
                    "permission",
                    "invalid permission " + UserText.quote(key) + ", expected `resource:action` as in `dataset:read`");
        }
        if (RosterPermission.BY_KEY.containsKey(key)) {
            throw RefusedException.invalid(
                    "permission",
                    UserText.quote(key) + " is one of Roster's own permissions and need not be registered");
        }
        if (RosterPermission.RESOURCES.contains(key.substring(0, key.indexOf(':')))) {
            throw RefusedException.invalid("permission", "unknown permission " + UserText.quote(key));
        }
    }

    @Override
    public Scope scope() {
        return Scope.PLACE;
    }

    @Override
    public boolean isInstanceWide() {
        return false;
    }

    @Override
    public String toString() {
        return key;
    }
}
