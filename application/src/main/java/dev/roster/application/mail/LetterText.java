package dev.roster.application.mail;

import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as one text: each part behind its length and a colon, so that no character needs escaping. The parts are the
 * kind, the address, the user or nothing, and then names and values in turn.
 */
final class LetterText {
    private LetterText() {}

    static String write(Letter letter) {
        StringBuilder text = new StringBuilder();
        append(text, letter.kind().name());
        append(text, letter.to().value());
        append(text, letter.about() == null ? "" : letter.about().toString());
        new TreeMap<>(letter.values()).forEach((name, value) -> {
            append(text, name);
            append(text, value);
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }

    /** Reads what {@link #write} wrote, and nothing else. */
    static Letter read(String text) {
        Deque<String> parts = parts(text);
        Letter.Kind kind = Letter.Kind.valueOf(parts.remove());
        EmailAddress to = new EmailAddress(parts.remove());
        UserId about = user(parts.remove());
        Map<String, String> values = new HashMap<>();
        while (!parts.isEmpty()) {
            values.put(parts.remove(), parts.remove());
        }
        return new Letter(to, about, kind, values);
    }

    private static @Nullable UserId user(String id) {
        return id.isEmpty() ? null : new UserId(UUID.fromString(id));
    }

    private static Deque<String> parts(String text) {
        Deque<String> parts = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(text, at, colon, 10);
            parts.add(text.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}
