package dev.roster.application.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to say something, {@code add member {user} to {workspace}[ as {role}]}: words in braces are filled in, parts in
 * brackets may be left out. A filling with blanks stands in double quotes.
 */
final class Phrase {
    private static final Pattern SYNTAX = Pattern.compile("\\{(\\w+)}|(\\[)|(])|([^\\[\\]{}]+)");

    private final Pattern pattern;
    private final List<String> slots = new ArrayList<>();

    Phrase(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher parts = SYNTAX.matcher(template);
        while (parts.find()) {
            if (parts.group(1) != null) {
                slots.add(parts.group(1));
                regex.append("(?<").append(parts.group(1)).append(">\"[^\"]*\"|[^\\s\"]+)");
            } else if (parts.group(4) != null) {
                regex.append(Pattern.quote(parts.group(4)));
            } else {
                regex.append(parts.group(2) != null ? "(?:" : ")?");
            }
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    /** The fillings by name, or empty when the text says something else. */
    Optional<Words> read(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> words = new HashMap<>();
        for (String slot : slots) {
            String filling = matcher.group(slot);
            if (filling != null) {
                words.put(slot, filling.replace("\"", ""));
            }
        }
        return Optional.of(new Words(words));
    }
}
