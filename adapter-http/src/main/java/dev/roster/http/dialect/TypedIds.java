package dev.roster.http.dialect;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * How a dialect writes the ids of one kind of thing.
 *
 * @param <T> the id behind it
 */
public interface TypedIds<T> {
    /** Empty for what is not an id of this kind. */
    Optional<T> read(String text);

    String write(T id);

    static <T> TypedIds<T> uuids(Function<UUID, T> make, Function<T, UUID> value) {
        return of(
                text -> Uuids.isUuid(text) ? Optional.of(make.apply(Uuids.parse("id", text))) : Optional.empty(),
                id -> value.apply(id).toString());
    }

    /** Whole numbers from 1. */
    static <T> TypedIds<T> numbers(Function<Long, T> make, Function<T, Long> value) {
        return of(text -> number(text).map(make), id -> value.apply(id).toString());
    }

    /**
     * Ids that name their kind: padded base64 of {@code Kind:} and the id as {@code inner} writes it. What that writes must
     * be letters, digits and hyphens, so that the whole needs no escape in a path.
     *
     * @param also further words for the kind that are read
     */
    static <T> TypedIds<T> typed(String kind, TypedIds<T> inner, String... also) {
        Set<String> others = Set.of(also);
        return of(
                text -> decoded(text)
                        .filter(plain -> isOf(plain, kind, others))
                        .map(plain -> plain.substring(plain.indexOf(':') + 1))
                        // One thing has one id, so not each spelling of it.
                        .flatMap(id ->
                                inner.read(id).filter(read -> inner.write(read).equals(id))),
                id -> encoded(kind + ":" + inner.write(id)));
    }

    private static <T> TypedIds<T> of(Function<String, Optional<T>> read, Function<T, String> write) {
        return new TypedIds<>() {
            @Override
            public Optional<T> read(String text) {
                return read.apply(text);
            }

            @Override
            public String write(T id) {
                return write.apply(id);
            }
        };
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(WholeNumbers.parse("id", text, 1, Long.MAX_VALUE));
        } catch (RefusedException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String plain, String kind, Set<String> others) {
        int colon = plain.indexOf(':');
        return colon > 0 && (plain.startsWith(kind + ":") || others.contains(plain.substring(0, colon)));
    }

    private static String encoded(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Only what {@link #encoded} writes: one thing has one id. */
    private static Optional<String> decoded(String text) {
        try {
            String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
            return encoded(plain).equals(text) ? Optional.of(plain) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
