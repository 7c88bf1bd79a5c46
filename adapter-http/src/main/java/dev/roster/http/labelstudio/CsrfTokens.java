package dev.roster.http.labelstudio;

import dev.roster.http.web.Site;
import dev.roster.http.web.SiteCookie;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a form was sent by a page of this site: it repeats what the cookie {@code csrftoken} says, which other sites
 * cannot read (contract §1.7). A browser that says that another site sent it is not believed the token.
 */
@Singleton
final class CsrfTokens {
    static final String FIELD = "csrfmiddlewaretoken";
    static final String COOKIE_NAME = "csrftoken";

    private static final String HEADER = "X-CSRFToken";
    private static final SiteCookie COOKIE = SiteCookie.open(COOKIE_NAME);
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{32,64}");
    private static final Duration LIFETIME = Duration.ofDays(364);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Site site;

    @Inject
    CsrfTokens(Site site) {
        this.site = site;
    }

    /** The browser's token, a new one where it has none, for the field of a form. */
    String of(Context context) {
        return held(context).orElseGet(() -> renew(context));
    }

    /** Another token, as whenever somebody logs in. */
    String renew(Context context) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = HexFormat.of().formatHex(bits);
        COOKIE.set(context, token, LIFETIME, site.isSecure(context));
        return token;
    }

    /** @throws PageRefusal 403 for a form that does not show where it comes from, or comes from elsewhere */
    void require(Context context, TypedForm form) {
        if (site.sender(context) == Site.Sender.FOREIGN) {
            throw new PageRefusal(
                    403,
                    "Not sent from here",
                    "This form was sent from another address than this server knows itself by. If it is behind a proxy,"
                            + " whoever runs it sets `public-url` to the address that your browser shows.");
        }
        if (!isHeld(context, form.text(FIELD))) {
            throw new PageRefusal(
                    403,
                    "Not sent from here",
                    "This form came without the token of its page. Allow cookies for this site, load the page again and"
                            + " send it once more.");
        }
    }

    /** Whether a script of this site has sent a request: as the browser says, or else by the token in {@code X-CSRFToken}. */
    boolean admits(Context context) {
        return switch (site.sender(context)) {
            case OWN -> true;
            case FOREIGN -> false;
            case UNSAID -> isHeld(context, context.req().getHeader(HEADER));
        };
    }

    private static boolean isHeld(Context context, @Nullable String sent) {
        return sent != null
                && held(context).filter(token -> isSame(token, sent)).isPresent();
    }

    private static boolean isSame(String token, String sent) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Other applications at the same host may have a cookie of that name. */
    private static Optional<String> held(Context context) {
        return Optional.ofNullable(COOKIE.read(context))
                .filter(token -> SHAPE.matcher(token).matches());
    }
}
