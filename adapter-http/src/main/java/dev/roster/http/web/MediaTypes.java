package dev.roster.http.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** The media types that Roster writes, and which of them a client accepts. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";
    public static final String ANY = "*/*";
    public static final String HTML = "text/html; charset=utf-8";

    private static final String PAGE = "text/html";
    private static final Set<String> PAGE_OR_JSON = Set.of(PAGE, JSON, PROBLEM);

    private MediaTypes() {}

    /** Whether a client that sent that {@code Accept} takes an answer of that type. One that cannot be read says nothing. */
    public static boolean accepts(@Nullable String accept, String mediaType) {
        if (accept == null || accept.equals(ANY) || accept.isBlank() || mediaType.equals(ANY)) {
            return true;
        }
        String type = MimeTypes.getBase(mediaType);
        Set<String> fitting = Set.of(ANY, type.substring(0, type.indexOf('/')) + "/*", type);
        try {
            return ranges(accept).anyMatch(fitting::contains);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    /** Whether a client that sent that {@code Accept} names HTML, and names no JSON that it likes better, as browsers do. */
    public static boolean prefersHtml(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            return ranges(accept)
                    .filter(PAGE_OR_JSON::contains)
                    .findFirst()
                    .filter(PAGE::equals)
                    .isPresent();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /**
     * The best first.
     *
     * @throws IllegalArgumentException where they cannot be read
     */
    private static Stream<String> ranges(String accept) {
        QuotedQualityCSV ranges = new QuotedQualityCSV();
        ranges.addValue(accept);
        return ranges.getValues().stream().map(range -> MimeTypes.getBase(range).toLowerCase(Locale.ROOT));
    }
}
