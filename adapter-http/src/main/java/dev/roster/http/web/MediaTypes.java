package dev.roster.http.web;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** The media types that Roster writes, and which of them a client takes. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";
    public static final String ANY = "*/*";
    public static final String HTML = "text/html; charset=utf-8";

    private MediaTypes() {}

    /** Whether a client that sent that {@code Accept} takes an answer of that type. One that cannot be read says nothing. */
    public static boolean accepts(@Nullable String accept, String mediaType) {
        if (accept == null || accept.equals(ANY) || accept.isBlank() || mediaType.equals(ANY)) {
            return true;
        }
        String type = MimeTypes.getBase(mediaType);
        Set<String> fitting = Set.of(ANY, type.substring(0, type.indexOf('/')) + "/*", type);
        QuotedQualityCSV ranges = new QuotedQualityCSV();
        try {
            ranges.addValue(accept);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
        return ranges.getValues().stream()
                .map(range -> MimeTypes.getBase(range).toLowerCase(Locale.ROOT))
                .anyMatch(fitting::contains);
    }
}
