package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import java.util.Set;

/** What becomes of a "no" to a form. */
final class Mendable {
    private Mendable() {}

    /**
     * Notes in the form what its sender can mend there.
     *
     * @param fields those that the page has
     * @throws RefusedException the refusal itself, where it is not about what was typed
     */
    static void note(TypedForm form, RefusedException refusal, Set<String> fields) {
        boolean mendable = switch (refusal.kind()) {
            case INVALID, CONFLICT, CHANGED -> true;
            case NOT_FOUND -> refusal.field() != null && fields.contains(refusal.field());
            // Another role would give less.
            case FORBIDDEN -> refusal.isExcess();
            case UNAUTHENTICATED, THROTTLED, BUSY, UNAVAILABLE -> false;
        };
        if (!mendable) {
            throw refusal;
        }
        form.refuse(refusal, fields);
    }
}
