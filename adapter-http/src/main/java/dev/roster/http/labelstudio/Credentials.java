package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.organization.Organization;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.BrowserSessions;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls (contract §1.1): {@code X-Api-Key} before {@code Authorization} before the session of a browser. A wrong secret is 401 and never 429, which the
 * SDK would repeat; guesses are counted and slowed down all the same.
 */
final class Credentials {
    static final String NOT_PROVIDED = "Authentication credentials were not provided.";

    private static final String KEY = "X-Api-Key";
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7E]{1,512}");
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Authenticate authenticate;
    private final PersonalTokens tokens;
    private final BrowserSessions sessions;
    private final ActiveOrganization active;
    private final TokenSettings settings;

    @Inject
    Credentials(
            Authenticate authenticate,
            PersonalTokens tokens,
            BrowserSessions sessions,
            ActiveOrganization active,
            TokenSettings settings) {
        this.authenticate = authenticate;
        this.tokens = tokens;
        this.sessions = sessions;
        this.active = active;
        this.settings = settings;
    }

    /** @throws Refusal 401, in the words for what was sent */
    Caller require(Context context, Origin origin) {
        Caller caller = proven(context, origin);
        Organization organization = active.require(context, caller);
        settings.requireAccepted(caller, organization);
        return caller;
    }

    private Caller proven(Context context, Origin origin) {
        String key = context.header(KEY);
        if (key != null && !key.isBlank()) {
            return isJwt(key.strip()) ? byAccessToken(key.strip(), origin) : byToken(key.strip(), origin);
        }
        String header = context.header("Authorization");
        String secret = secret(header);
        return switch (scheme(header)) {
            case "token" -> byToken(secret, origin);
            case "bearer" -> byAccessToken(secret, origin);
            default -> sessions.act(context, origin).orElseThrow(() -> Refusal.unauthenticated(NOT_PROVIDED));
        };
    }

    private static boolean isJwt(String secret) {
        return JWT.matcher(secret).matches();
    }

    private static String scheme(@Nullable String header) {
        return header == null ? "" : header.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String secret(@Nullable String header) {
        String[] parts = header == null ? new String[0] : header.strip().split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }

    /** The user token, and as a plus of Roster's an API key. A personal access token is for exchange alone. */
    private Caller byToken(String secret, Origin origin) {
        if (!SECRET.matcher(secret).matches() || TokenTexts.named(secret).isPresent()) {
            throw Refusal.unauthenticated("Invalid token.");
        }
        return Translated.onWrongSecret(
                () -> authenticate.handle(new SecretText(secret), origin),
                wrong -> Refusal.unauthenticated("Invalid token."));
    }

    /** A value that is no access token is as good as nothing (contract §1.1). */
    private Caller byAccessToken(String secret, Origin origin) {
        return Translated.onWrongSecret(
                () -> tokens.come(secret, origin), wrong -> Refusal.unauthenticated(NOT_PROVIDED));
    }
}
