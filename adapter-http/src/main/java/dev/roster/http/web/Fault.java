package dev.roster.http.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one input, before a {@link Dialect} puts it into words.
 *
 * @param path where: {@code body}, {@code path} or {@code query} first
 * @param detail what {@link #text} says of it: a limit, the words that are expected, the reason of the core
 */
public record Fault(Kind kind, List<Object> path, String detail) {
    /** The sorts of faults, each with plain words for it. */
    public enum Kind {
        MISSING("is missing"),
        /** Null for what cannot be set to nothing. */
        NULL("cannot be null"),
        UNKNOWN("is unknown"),
        BROKEN_JSON("is not valid JSON from character % on"),
        NOT_UNICODE("contains an incomplete character"),
        NOT_AN_OBJECT("must be an object"),
        NOT_A_LIST("must be a list"),
        NOT_A_FLAG("must be true or false"),
        NOT_A_NUMBER("must be a whole number"),
        NOT_A_TEXT("must be a string"),
        /** An id that is not a text. */
        NOT_AN_ID("must be the string of an id"),
        MALFORMED_ID("is not an id"),
        TOO_SHORT("must have at least % characters"),
        TOO_LONG("must have at most % characters"),
        TOO_SMALL("must be at least %"),
        TOO_LARGE("must be at most %"),
        UNKNOWN_WORD("must be %"),
        /** An object whose type is none of a few. */
        UNKNOWN_TYPE("must have a type among %"),
        /** The core does not take the value. */
        REFUSED("%");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public Fault {
        path = List.copyOf(path);
    }

    public static Fault of(Kind kind, Object... path) {
        return new Fault(kind, List.of(path), "");
    }

    /** What is wrong, in plain words, without saying where. */
    public String text() {
        return kind.words.replace("%", detail);
    }

    /** Where it is, as people write it: {@code distribution.strategy}. */
    public String field() {
        return path.size() == 1
                ? path.get(0).toString()
                : path.stream().skip(1).map(Object::toString).collect(Collectors.joining("."));
    }
}
