package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import java.util.Set;

/** Which "no" of a use case a form shows again with what was typed; of others the whole page is about. */
final class Refusals {
    private Refusals() {}

    /** Whether whoever typed it can do something about it, or is to see what they wanted beside the reason. */
    static boolean isForTheForm(RefusedException refusal) {
        return switch (refusal.kind()) {
            case INVALID, CONFLICT, NOT_FOUND, FORBIDDEN, CHANGED -> true;
            case UNAUTHENTICATED, THROTTLED, BUSY, UNAVAILABLE -> false;
        };
    }

    /**
     * Notes it in the form.
     *
     * @param fields those that the page has
     * @throws RefusedException what is for no form
     */
    static void note(TypedForm form, RefusedException refusal, Set<String> fields) {
        if (!isForTheForm(refusal)) {
            throw refusal;
        }
        form.refuse(refusal, fields);
    }

    /** The same for a form that takes a password: after too many wrong ones, it says how long to wait. */
    static void noteOfGuess(TypedForm form, RefusedException refusal, Set<String> fields) {
        if (refusal.kind() == RefusedException.Kind.THROTTLED) {
            form.note(refusal);
        } else {
            note(form, refusal, fields);
        }
    }
}
