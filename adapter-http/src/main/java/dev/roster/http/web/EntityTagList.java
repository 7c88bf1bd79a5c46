package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code If-Match} and {@code If-None-Match} hold: entity tags, or a star for whatever is there (RFC 9110 §13.1). */
final class EntityTagList {
    /** One tag as sent. */
    private record Sent(String opaque, boolean weak) {}

    private static final Pattern TAG =
            Pattern.compile("[ \\t,]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(,|$)[ \\t,]*");

    private final boolean any;
    private final List<Sent> tags;

    private EntityTagList(boolean any, List<Sent> tags) {
        this.any = any;
        this.tags = tags;
    }

    /**
     * Reads the lines of a header; empty where there are none.
     *
     * @throws RefusedException INVALID naming the header
     */
    static Optional<EntityTagList> read(String header, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join(",", lines).strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTagList(true, List.of()));
        }
        return Optional.of(new EntityTagList(false, tags(header, text)));
    }

    private static List<Sent> tags(String header, String text) {
        List<Sent> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            tags.add(new Sent(matcher.group(2), matcher.group(1) != null));
            end = matcher.end();
        }
        if (tags.isEmpty() || end < text.length()) {
            throw RefusedException.invalid(
                    header,
                    "invalid `" + header + "`, expected `*` or entity tags in double quotes with commas between them");
        }
        return tags;
    }

    boolean isAny() {
        return any;
    }

    /** Whether a tag is the same, letter by letter, or named in the weak form. */
    boolean holdsWeakly(EntityTag tag) {
        return tags.stream().anyMatch(sent -> sent.opaque().equals(tag.opaque()));
    }

    /** Whether a strong tag fits. Weak ones never do. */
    boolean holdsStrongly(Predicate<String> opaque) {
        return tags.stream().anyMatch(sent -> !sent.weak() && opaque.test(sent.opaque()));
    }
}
