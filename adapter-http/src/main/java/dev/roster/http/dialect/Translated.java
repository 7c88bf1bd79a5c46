package dev.roster.http.dialect;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a use case and translates one kind of its refusals into the words of the original platform. */
public final class Translated {
    private Translated() {}

    /** @param words for refusals of that kind; all others pass as they are */
    public static <T> T on(Kind kind, Supplier<T> work, Function<RefusedException, RuntimeException> words) {
        try {
            return work.get();
        } catch (RefusedException refusal) {
            throw refusal.kind() == kind ? words.apply(refusal) : refusal;
        }
    }

    /**
     * Takes a credential, and refuses one that is wrong in the words of the dialect, whether it is one too many or not: clients
     * that repeat a 429 never get one. Guesses are counted and slowed down all the same.
     */
    public static <T> T onWrongSecret(Supplier<T> proof, Function<RefusedException, RuntimeException> words) {
        return on(Kind.THROTTLED, () -> on(Kind.UNAUTHENTICATED, proof, words), words);
    }

    /**
     * Whether the thing does not exist.
     *
     * @throws RefusedException as the look does, unless it is NOT_FOUND: callers who may not look do not learn what is missing
     */
    public static boolean isMissing(Runnable look) {
        try {
            look.run();
            return false;
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.NOT_FOUND) {
                throw refusal;
            }
            return true;
        }
    }
}
