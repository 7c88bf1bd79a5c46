package dev.roster.cli.place;

import org.jspecify.annotations.Nullable;

/**
 * A workspace to join as people write it: {@code WORKSPACE}, or {@code WORKSPACE:ROLE} with a role of the membership's
 * own. A workspace's name has no colon.
 */
public record WorkspacePlace(String workspace, @Nullable String role) {
    public static final String HELP =
            "A workspace to join, by name or id. After a colon, the role there; default: none, the "
                    + "account role applies. May be repeated.";

    public static WorkspacePlace parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new WorkspacePlace(text, null)
                : new WorkspacePlace(text.substring(0, colon), text.substring(colon + 1));
    }
}
