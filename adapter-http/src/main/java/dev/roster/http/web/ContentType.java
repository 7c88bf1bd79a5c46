package dev.roster.http.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * The media type of a request body. {@code HttpServletRequest.getContentType()} fails for a charset that Java does not
 * know, so it is not used.
 *
 * @param mediaType without parameters, in lower case; empty where none is given, or where it cannot be read
 * @param charset as it is named, or {@code utf-8}
 */
public record ContentType(String mediaType, String charset) {
    private static final String UTF_8 = "utf-8";
    private static final Set<String> JSON = Set.of(MediaTypes.JSON, "application/merge-patch+json");
    private static final Set<String> UTF_8_AND_LESS = Set.of(UTF_8, "us-ascii");

    public static ContentType of(Context context) {
        return parse(context.header("Content-Type"));
    }

    private static ContentType parse(@Nullable String header) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String mediaType = null;
        try {
            mediaType = HttpField.getValueParameters(header, parameters);
        } catch (IllegalArgumentException malformed) {
            parameters.clear();
        }
        String charset = parameters.get("charset");
        return new ContentType(
                mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT), charset == null ? UTF_8 : charset);
    }

    /** Whether the body is JSON, as it is or as a merge patch (RFC 7396). */
    public boolean isJson() {
        return JSON.contains(mediaType);
    }

    public boolean isUtf8() {
        return UTF_8_AND_LESS.contains(charset.toLowerCase(Locale.ROOT));
    }
}
