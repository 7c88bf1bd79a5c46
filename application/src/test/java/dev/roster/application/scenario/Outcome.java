package dev.roster.application.scenario;

import dev.roster.domain.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step, or what was expected to.
 *
 * @param about the missing permission, or the field or thing a refusal is about; null when it does not say, and in an
 *     expectation when it does not matter
 * @param shown what the act showed, or what stood in the way; null in an expectation when it does not matter
 */
public record Outcome(
        Kind kind, @Nullable String about, @Nullable List<String> shown) {
    /** How a step can end. */
    public enum Kind {
        OK,
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** For doors that tell a refusal only in words: it meets every refusal that was expected. */
        REFUSED
    }

    private static final Pattern SHAPE =
            Pattern.compile("(?<kind>[a-z_]+)(?: (?<about>[^\\s\\[]+))?(?: ?\\[(?<shown>.*)])?");

    /** It worked and showed that. */
    public static Outcome ok(List<String> shown) {
        return new Outcome(Kind.OK, null, List.copyOf(shown));
    }

    public static Outcome ok(String... shown) {
        return ok(List.of(shown));
    }

    /** What a use case refused. */
    public static Outcome of(RefusedException refused) {
        String about = refused.kind() == RefusedException.Kind.FORBIDDEN ? refused.missing() : refused.field();
        return new Outcome(Kind.valueOf(refused.kind().name()), about, refused.blockers());
    }

    /** For doors that can only say it in words. */
    public static Outcome refused(String message) {
        return new Outcome(Kind.REFUSED, message, null);
    }

    /** Reads {@code ok}, {@code ok [ana, bob]}, {@code forbidden member:add}, {@code conflict workspace [letters]}. */
    static Outcome parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("unknown outcome `" + text + "`");
        }
        String shown = matcher.group("shown");
        return new Outcome(
                Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT)),
                matcher.group("about"),
                shown == null ? null : items(shown));
    }

    private static List<String> items(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Whether this expectation is met. */
    boolean isMetBy(Outcome actual) {
        if (actual.kind == Kind.REFUSED) {
            return kind != Kind.OK && (kind != Kind.FORBIDDEN || mentions(actual.about));
        }
        return kind == actual.kind
                && (about == null || about.equals(actual.about))
                && (shown == null || shown.equals(actual.shown));
    }

    private boolean mentions(@Nullable String message) {
        return about == null || (message != null && message.contains("`" + about + "`"));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT)
                + (about == null ? "" : " " + about)
                + (shown == null ? "" : shown.stream().collect(Collectors.joining(", ", " [", "]")));
    }
}
