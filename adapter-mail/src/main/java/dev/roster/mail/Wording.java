package dev.roster.mail;

import dev.roster.domain.UserText;
import dev.roster.domain.mail.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter in words. The words are in files beside this class, one as text and one as HTML for each kind. They consist of
 * paragraphs with empty lines between them; a paragraph that names a value which the letter does not have is left out.
 *
 * @param subject never holds a value, so that nobody can write headers
 */
record Wording(String subject, String text, String html) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\n{2,}");
    private static final String SUBJECT = "Subject: ";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_SHOWN = 100;

    static Wording of(Letter letter) {
        String name = letter.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String[] head = read(name + ".txt").split("\n", 2);
        String subject = head[0].substring(SUBJECT.length());
        Map<String, String> values = shown(letter);
        String text = fill(head[1].strip(), values, UnaryOperator.identity());
        String body = fill(read(name + ".html").strip(), values, Wording::escape);
        String html =
                fill(read("frame.html"), Map.of("subject", escape(subject), "body", body), UnaryOperator.identity());
        return new Wording(subject, text + "\n", html);
    }

    private static Map<String, String> shown(Letter letter) {
        Map<String, String> shown = new HashMap<>();
        letter.values().forEach((name, value) -> shown.put(name, name.equals("link") ? value : tame(value)));
        letter.expires().ifPresent(end -> shown.put("expires", WHEN.format(end)));
        return shown;
    }

    /** Names are other people's text: on one line, not long, and without what a screen would obey. */
    private static String tame(String value) {
        String visible = value.codePoints()
                .filter(character -> !UserText.isHidden(character))
                .limit(MOST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.strip();
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escaping) {
        return Stream.of(PARAGRAPH_END.split(template))
                .filter(paragraph ->
                        PLACE.matcher(paragraph).results().allMatch(place -> values.containsKey(place.group(1))))
                .map(paragraph -> PLACE.matcher(paragraph)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(escaping.apply(values.getOrDefault(place.group(1), "")))))
                .collect(Collectors.joining("\n\n"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String file) {
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there are no words in " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
