package dev.roster.http.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Dialect} behaves.
 *
 * @param challenge what a 401 says in {@code WWW-Authenticate}, or null for nothing
 */
public record Manners(Set<Manner> all, @Nullable String challenge) {
    private static final String RETRY_SECONDS = "1";

    /** What stops a store takes longer to pass than a queue. */
    private static final String RETRY_OUTAGE_SECONDS = "5";

    /** Those of the native API. */
    public static final Manners STRICT = new Manners(
            Set.of(
                    Manner.REFUSES_UNKNOWN_PARAMETERS,
                    Manner.HONOURS_CONDITIONS,
                    Manner.NEGOTIATES,
                    Manner.KNOWS_FRESHNESS,
                    Manner.SAYS_WHEN_TO_RETRY,
                    Manner.ALLOWS_OPTIONS),
            "Bearer realm=\"roster\"");

    public Manners {
        all = Set.copyOf(all);
    }

    /** Without a message for callers who are not authenticated. */
    public static Manners of(Manner... manners) {
        return new Manners(Set.of(manners), null);
    }

    public Manners challenging(String scheme) {
        return new Manners(all, scheme);
    }

    public boolean have(Manner manner) {
        return all.contains(manner);
    }

    /** Sets the headers that go with a "no" in whatever shape. */
    public void setHeaders(Context context, Problem problem) {
        switch (problem.kind()) {
            case UNAUTHENTICATED -> set(context, "WWW-Authenticate", challenge);
            case METHOD_NOT_ALLOWED -> set(context, "Allow", allowed(problem.allow()));
            case THROTTLED -> retry(context, Long.toString(problem.retrySeconds()));
            case BUSY -> retry(context, RETRY_SECONDS);
            case UNAVAILABLE -> retry(context, RETRY_OUTAGE_SECONDS);
            case INVALID,
                    FORBIDDEN,
                    NOT_FOUND,
                    NOT_ACCEPTABLE,
                    TIMEOUT,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL -> {}
        }
    }

    private static void set(Context context, String header, @Nullable String value) {
        if (value != null) {
            context.header(header, value);
        }
    }

    private void retry(Context context, String seconds) {
        if (have(Manner.SAYS_WHEN_TO_RETRY)) {
            context.header("Retry-After", seconds);
        }
    }

    private String allowed(@Nullable String methods) {
        return methods == null
                ? ""
                : Arrays.stream(methods.split(", "))
                        .filter(method -> have(Manner.ALLOWS_OPTIONS) || !method.equals("OPTIONS"))
                        .collect(Collectors.joining(", "));
    }
}
