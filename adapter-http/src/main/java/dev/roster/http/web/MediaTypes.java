package dev.roster.http.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types that Roster reads and writes, and what clients say about theirs. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";
    public static final String ANY = "*/*";
    public static final String HTML = "text/html; charset=utf-8";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private MediaTypes() {}

    /** Whether a body of that {@code Content-Type} is JSON, as it is or as a merge patch (RFC 7396). */
    public static boolean isJson(@Nullable String contentType) {
        if (JSON.equals(contentType)) {
            return true;
        }
        if (contentType == null) {
            return false;
        }
        String type = essence(contentType);
        return (type.equals(JSON) || type.equals(MERGE_PATCH)) && isUtf8(contentType);
    }

    private static boolean isUtf8(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=");
        return at < 0
                || lower.startsWith("utf-8", at + 8)
                || lower.startsWith("\"utf-8\"", at + 8)
                || lower.startsWith("us-ascii", at + 8);
    }

    /** Whether a client that sent that {@code Accept} takes an answer of that type. */
    public static boolean accepts(@Nullable String accept, String mediaType) {
        if (accept == null || accept.equals(ANY) || accept.isBlank() || mediaType.equals(ANY)) {
            return true;
        }
        String type = essence(mediaType);
        String range = type.substring(0, type.indexOf('/')) + "/*";
        for (String part : accept.split(",", -1)) {
            String wanted = essence(part);
            if ((wanted.equals(ANY) || wanted.equals(range) || wanted.equals(type)) && !isRefused(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefused(String part) {
        return part.replace(" ", "").matches(".*;q=0(\\.0{0,3})?(;.*)?");
    }

    private static String essence(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
