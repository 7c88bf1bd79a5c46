package dev.roster.application.membership;

import dev.roster.domain.RefusedException;
import java.util.Collection;

/** How many places one call may name. Each is looked at while nothing else can be written. */
public final class FewPlaces {
    /** Organizations and workspaces together. */
    public static final int MOST = 500;

    private FewPlaces() {}

    /** @throws RefusedException INVALID naming {@code workspaces} for more than {@value #MOST} */
    public static void require(Collection<?> places) {
        if (places.size() > MOST) {
            throw RefusedException.invalid(
                    "workspaces", "too many organizations and workspaces, the maximum is " + MOST + " in all");
        }
    }
}
