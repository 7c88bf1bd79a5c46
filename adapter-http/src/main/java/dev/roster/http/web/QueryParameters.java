package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, read strictly: values that cannot be decoded, and duplicates of single values, are refused.
 */
public final class QueryParameters {
    private static final QueryParameters NONE = new QueryParameters(Map.of());

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads what follows the question mark.
     *
     * @throws RefusedException INVALID, naming the parameter
     */
    public static QueryParameters parse(@Nullable String query) {
        return query == null || query.isEmpty() ? NONE : parse(query, Character::isISOControl);
    }

    /** Reads the same as the body of a form, where a text may have several lines. */
    public static QueryParameters parseLines(String form) {
        return form.isEmpty()
                ? NONE
                : parse(form, character -> Character.isISOControl(character) && "\r\n\t".indexOf(character) < 0);
    }

    private static QueryParameters parse(String query, IntPredicate refused) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            read(
                    pair,
                    refused,
                    (name, value) -> values.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(value));
        }
        return new QueryParameters(values);
    }

    /** One by one, so that a mistake is told with the name that it stands under, as it was sent. */
    private static void read(String pair, IntPredicate refused, BiConsumer<String, String> parameters) {
        try {
            UrlEncoded.decodeUtf8To(pair, 0, pair.length(), (name, value) -> {
                parameters.accept(clean("query", name, refused), clean(Quoted.clip(name), value, refused));
            });
        } catch (Utf8StringBuilder.Utf8IllegalArgumentException broken) {
            throw malformed(pair, "is not UTF-8");
        } catch (IllegalArgumentException broken) {
            throw malformed(pair, "is not percent-encoded");
        }
    }

    private static RefusedException malformed(String pair, String complaint) {
        String name = Quoted.clip(pair.split("=", 2)[0]);
        return RefusedException.invalid(name, "the query parameter `" + name + "` " + complaint);
    }

    private static String clean(String name, String text, IntPredicate refused) {
        if (text.chars().anyMatch(refused)) {
            throw RefusedException.invalid(name, "the query parameter `" + name + "` contains a control character");
        }
        return text;
    }

    /** @throws RefusedException INVALID, naming the first parameter that is not among those */
    public void mustBeAmong(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String shown = Quoted.clip(name);
                throw RefusedException.invalid(
                        shown,
                        "unknown query parameter `" + shown + "`"
                                + (known.isEmpty() ? ", this path takes none" : ", expected one of " + sorted(known)));
            }
        }
    }

    private static String sorted(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    /**
     * The value, or null where the parameter is not given.
     *
     * @throws RefusedException INVALID, naming the parameter, where it is given more than once, or given but empty: a
     *     condition that fell out of a script must not turn a list into a longer one
     */
    public @Nullable String text(String name) {
        String text = textOrEmpty(name);
        if (text != null && text.isEmpty()) {
            throw RefusedException.invalid(
                    name, "the query parameter `" + name + "` is empty; give it a value or omit it");
        }
        return text;
    }

    /** The value, which may be empty, or null where the parameter is not given; errors name one given more than once. */
    public @Nullable String textOrEmpty(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw RefusedException.invalid(name, "the query parameter `" + name + "` is given more than once");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    /** The value as {@code parse} reads it, or null; errors name the parameter. */
    public <T> @Nullable T read(String name, Function<String, T> parse) {
        String text = text(name);
        return text == null ? null : Fields.read(name, text, parse);
    }

    /** The value as {@code parse} reads it; errors name the parameter, also where it is missing. */
    public <T> T require(String name, Function<String, T> parse) {
        String text = text(name);
        if (text == null) {
            throw RefusedException.invalid(name, "the query parameter `" + name + "` is missing");
        }
        return Fields.read(name, text, parse);
    }

    /** All values of a parameter that may be given more than once, in order. */
    public List<String> texts(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    Map<String, List<String>> all() {
        return values;
    }
}
