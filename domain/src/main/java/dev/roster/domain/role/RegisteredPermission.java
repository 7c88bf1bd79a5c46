package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.regex.Pattern;

/**
 * A permission that Roster itself knows nothing about but stores, hands back and decides on like on its own, as
 * {@code arize:DASHBOARD_READ}. Its namespace must not be one of Roster's own resources, so that a later Roster
 * permission cannot collide with it. It reaches the places where a role that holds it is held. Owners hold them
 * all, other predefined roles those that {@link RegisteredReach} says.
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
                    "permission", UserText.quote(key) + " is one of Roster's own permissions, nobody need register it");
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
