package dev.roster.http.web;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a page of this site sent a request: it repeats the value of the cookie {@code csrftoken}, which other
 * sites cannot read. If the browser reports that another site sent the request, the token is not accepted.
 */
@Singleton
public final class CsrfTokens {
    /** The field of a form that repeats the token. */
    public static final String FIELD = "csrfmiddlewaretoken";

    /** Where a request comes from. */
    public enum Verdict {
        OWN,
        FOREIGN,
        /** It does not show where. */
        UNPROVEN
    }

    private static final Set<String> OWN_LINKS = Set.of("same-origin", "none");
    private static final String HEADER = "X-CSRFToken";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{32,64}");
    private static final Duration LIFETIME = Duration.ofDays(364);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Site site;
    private final SiteCookie cookie;

    @Inject
    CsrfTokens(Site site) {
        this.site = site;
        this.cookie = SiteCookie.open(site, "csrftoken");
    }

    /** The browser's token, a new one where it has none, for the field of a form. */
    public String of(Context context) {
        return held(context).orElseGet(() -> renew(context));
    }

    /** A new token, as after each log-in. */
    public String renew(Context context) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = HexFormat.of().formatHex(bits);
        cookie.set(context, token, LIFETIME);
        return token;
    }

    /**
     * Judges what a script or a form has sent: by what the browser says, or else by the token.
     *
     * @param field the token in the form, or null; that in the header {@code X-CSRFToken} counts as well
     */
    public Verdict verdict(Context context, @Nullable String field) {
        return switch (site.sender(context)) {
            case OWN -> Verdict.OWN;
            case FOREIGN -> Verdict.FOREIGN;
            case UNSAID -> byToken(context, field);
        };
    }

    /** Checks the form of a visitor without a session. It must have the token, whatever the browser sends. */
    public Verdict verdictWithToken(Context context, @Nullable String field) {
        return site.sender(context) == Site.Sender.FOREIGN ? Verdict.FOREIGN : byToken(context, field);
    }

    /** Whether a link of another site has led the browser here. */
    public boolean isLedFromElsewhere(Context context) {
        String from = context.req().getHeader("Sec-Fetch-Site");
        return from == null ? site.sender(context) == Site.Sender.FOREIGN : !OWN_LINKS.contains(from);
    }

    private static boolean isSame(String token, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private Verdict byToken(Context context, @Nullable String field) {
        String header = context.req().getHeader(HEADER);
        return held(context)
                        .filter(token -> isSame(token, field) || isSame(token, header))
                        .isPresent()
                ? Verdict.OWN
                : Verdict.UNPROVEN;
    }

    /** Other applications at the same host may have a cookie of that name. */
    private Optional<String> held(Context context) {
        return Optional.ofNullable(cookie.read(context))
                .filter(token -> SHAPE.matcher(token).matches());
    }
}
