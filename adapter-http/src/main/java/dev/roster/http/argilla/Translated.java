package dev.roster.http.argilla;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs work of the core and puts one kind of its refusals into the words of the original. */
final class Translated {
    private Translated() {}

    /** @param words for refusals of that kind; all others pass as they are */
    static <T> T on(Kind kind, Supplier<T> work, Function<RefusedException, RuntimeException> words) {
        try {
            return work.get();
        } catch (RefusedException refusal) {
            throw refusal.kind() == kind ? words.apply(refusal) : refusal;
        }
    }
}
