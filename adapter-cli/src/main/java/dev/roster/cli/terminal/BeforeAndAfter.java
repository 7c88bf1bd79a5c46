package dev.roster.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A changed field: one line for people, two fields for programs. */
public record BeforeAndAfter(
        @Nullable String before, @Nullable String after) {
    Map<String, @Nullable String> asMap() {
        Map<String, @Nullable String> both = new LinkedHashMap<>();
        both.put("before", before);
        both.put("after", after);
        return both;
    }

    @Override
    public String toString() {
        if (before == null) {
            return String.valueOf(after);
        }
        return before + " → " + (after == null ? "nothing" : after);
    }
}
