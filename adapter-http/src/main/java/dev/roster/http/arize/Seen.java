package dev.roster.http.arize;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import java.util.function.Supplier;

/**
 * What the caller may not see is not there, in the very same words: 403 is for what one sees and may not do (contract §2.5).
 */
final class Seen {
    private Seen() {}

    /** @param thing what {@code look} looks for, as {@code space} */
    static <T> T orMissing(String thing, Supplier<T> look) {
        try {
            return look.get();
        } catch (RefusedException refusal) {
            throw isHidden(refusal) ? missing(thing) : refusal;
        }
    }

    static boolean isHidden(RefusedException refusal) {
        return refusal.kind() == Kind.FORBIDDEN || refusal.kind() == Kind.NOT_FOUND;
    }

    private static RefusedException missing(String thing) {
        return RefusedException.missing(thing, "there is no " + thing + " with that id, or you may not see it");
    }
}
