package dev.roster.http;

import java.util.function.BiConsumer;

/** The headers of every answer, whoever gives it. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    /** @param requestId what the request is called */
    static void set(String requestId, BiConsumer<String, String> header) {
        header.accept(RequestIds.HEADER, requestId);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Cache-Control", "no-store");
    }
}
