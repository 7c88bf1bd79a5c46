package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query of a request, read strictly: what cannot be decoded, and what is given twice where one will do, is refused. */
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
        if (query == null || query.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode("query", equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(Quoted.clip(name), pair.substring(equals + 1));
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return new QueryParameters(values);
    }

    private static String decode(String name, String text) {
        try {
            byte[] bytes = unescape(name, text);
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw RefusedException.invalid(name, "the query parameter `" + name + "` holds a control character");
            }
            return decoded;
        } catch (CharacterCodingException broken) {
            throw RefusedException.invalid(name, "the query parameter `" + name + "` is not UTF-8");
        }
    }

    private static byte[] unescape(String name, String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[raw.length];
        int length = 0;
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '%') {
                result[length++] = (byte) (digit(name, raw, at + 1) * 16 + digit(name, raw, at + 2));
                at += 2;
            } else {
                result[length++] = raw[at] == '+' ? (byte) ' ' : raw[at];
            }
        }
        return Arrays.copyOf(result, length);
    }

    private static int digit(String name, byte[] raw, int at) {
        int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
        if (digit < 0) {
            throw RefusedException.invalid(name, "the query parameter `" + name + "` is not percent-encoded");
        }
        return digit;
    }

    /** @throws RefusedException INVALID, naming the first parameter that is not among those */
    public void mustBeAmong(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String shown = Quoted.clip(name);
                throw RefusedException.invalid(
                        shown,
                        "unknown query parameter `" + shown + "`"
                                + (known.isEmpty() ? ", none is known here" : ", expected one of " + sorted(known)));
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
                    name, "the query parameter `" + name + "` is empty, give it a value or leave it out");
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
