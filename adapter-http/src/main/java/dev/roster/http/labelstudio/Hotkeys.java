package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.http.dialect.JsonText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody's keyboard shortcuts, as they were sent (contract §4.1): by {@code section:action}, each an object with its key. */
record Hotkeys(ObjectNode shown) {
    static final Hotkeys NONE = new Hotkeys(JsonNodeFactory.instance.objectNode());

    private static final int MOST = 200;
    private static final int LONGEST_ACTION = 100;
    private static final int LONGEST_KEY = 50;
    /** Letters of any script, digits, blanks, and the signs that every keyboard has. */
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Nd} \\p{Punct}]+");

    private static final Pattern ALTERNATIVES = Pattern.compile(",");
    private static final Pattern PARTS = Pattern.compile("\\+");

    /** What one key is called by different people. */
    private static final Map<String, String> SAME = Map.of(
            "control", "ctrl",
            "command", "cmd",
            "meta", "cmd",
            "option", "alt",
            "escape", "esc",
            "del", "delete");

    /** What belongs to the operating system. */
    private static final Set<Set<String>> FORBIDDEN = Set.of(
            Set.of("ctrl", "alt", "delete"),
            Set.of("cmd", "alt", "esc"),
            Set.of("alt", "f4"),
            Set.of("ctrl", "alt", "esc"),
            Set.of("ctrl", "shift", "esc"),
            Set.of("cmd", "shift", "q"),
            Set.of("alt", "tab"),
            Set.of("cmd", "tab"),
            Set.of("ctrl", "alt", "t"),
            Set.of("cmd", "space"));

    /** @throws HotkeyRefusal 400 naming {@code custom_hotkeys} */
    static Hotkeys of(@Nullable JsonNode sent) {
        if (!(sent instanceof ObjectNode all)) {
            throw wrong(sent == null ? "this field is required" : "must be an object");
        }
        if (all.size() > MOST) {
            throw wrong("has " + all.size() + " entries, the maximum is " + MOST);
        }
        all.properties().forEach(entry -> check(entry.getKey(), entry.getValue()));
        return new Hotkeys(all);
    }

    /** What {@link #json} wrote. */
    static Hotkeys ofKept(String json) {
        return new Hotkeys((ObjectNode) JsonText.read(json));
    }

    String json() {
        return JsonText.write(shown);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    private static void check(String action, JsonNode hotkey) {
        String[] parts = action.split(":", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw wrong("an entry is named after its section and action, like `regions:delete`");
        }
        if (action.codePointCount(0, action.length()) > LONGEST_ACTION) {
            throw wrong("an entry has a name of more than " + LONGEST_ACTION + " characters");
        }
        JsonNode key = hotkey.path("key");
        if (!hotkey.isObject() || !key.isTextual()) {
            throw wrong(action, "must be an object with a `key`, which must be a string");
        }
        checkKey(action, key.textValue());
        JsonNode active = hotkey.path("active");
        if (!active.isMissingNode() && !active.isBoolean()) {
            throw wrong(action, "has an `active` that is neither true nor false");
        }
    }

    private static void checkKey(String action, String key) {
        int length = key.codePointCount(0, key.length());
        if (length == 0 || length > LONGEST_KEY) {
            throw wrong(action, "needs a `key` of 1 to " + LONGEST_KEY + " characters");
        }
        if (!KEY.matcher(key).matches()) {
            throw wrong(action, "has a `key` with characters other than letters, digits, spaces and punctuation");
        }
        if (ALTERNATIVES.splitAsStream(key).anyMatch(Hotkeys::isForbidden)) {
            throw wrong(action, "has a `key` that the operating system uses; choose another");
        }
    }

    private static boolean isForbidden(String combination) {
        return FORBIDDEN.contains(Arrays.stream(PARTS.split(combination, -1))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .map(part -> SAME.getOrDefault(part, part))
                .collect(Collectors.toSet()));
    }

    private static HotkeyRefusal wrong(String action, String text) {
        return wrong("`" + action + "` " + text);
    }

    private static HotkeyRefusal wrong(String text) {
        return HotkeyRefusal.invalid("custom_hotkeys", text);
    }
}
