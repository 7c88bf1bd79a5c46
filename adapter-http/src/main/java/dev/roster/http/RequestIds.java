package dev.roster.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a request is called in the log and in its answer. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final int MOST = 64;

    private RequestIds() {}

    /** The client's own name for the request where that is short and visible, else a new one. */
    static String of(@Nullable String given) {
        return given != null && isSane(given)
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isSane(String given) {
        return !given.isEmpty() && given.length() <= MOST && given.chars().allMatch(at -> at > ' ' && at <= '~');
    }
}
