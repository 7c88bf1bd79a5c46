package dev.roster.http.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * HTML with placeholders for texts, {@code {{name}}}. Every text is escaped, so that it stays text between tags and
 * inside quoted attributes.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String html;

    private Template(String html) {
        this.html = html;
    }

    /** Files in the jar, one behind the other. */
    public static Template of(Class<?> beside, String... files) {
        return new Template(Arrays.stream(files).map(file -> read(beside, file)).collect(Collectors.joining()));
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A place that no text is given for stays empty. */
    public String fill(Map<String, String> texts) {
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(escape(texts.getOrDefault(place.group(1), ""))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
