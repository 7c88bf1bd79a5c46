package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who calls: by key, or where that is wrong or absent, by login token. */
final class Credentials {
    private static final String KEY = "X-Argilla-Api-Key";
    private static final String SCHEME = "Bearer ";

    private final Authenticate authenticate;
    private final LoginTokens tokens;

    @Inject
    Credentials(Authenticate authenticate, LoginTokens tokens) {
        this.authenticate = authenticate;
        this.tokens = tokens;
    }

    /** @throws Refusal 401, in words that depend on the login token alone */
    Caller require(Context context, Origin origin) {
        return byKey(context.req().getHeader(KEY), origin)
                .orElseGet(() -> byToken(context.req().getHeader("Authorization"), origin));
    }

    private Optional<Caller> byKey(@Nullable String key, Origin origin) {
        return key == null || key.isEmpty()
                ? Optional.empty()
                : known(() -> authenticate.handle(new SecretText(key), origin));
    }

    private Caller byToken(@Nullable String header, Origin origin) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.unauthorized();
        }
        LoginTokens.Content content =
                tokens.read(header.substring(SCHEME.length()).strip()).orElseThrow(Refusal::invalidToken);
        return known(() -> authenticate.inSession(content.user(), content.session(), origin))
                .orElseThrow(Refusal::unauthorized);
    }

    private static Optional<Caller> known(Supplier<Caller> proof) {
        try {
            return Optional.of(proof.get());
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.UNAUTHENTICATED) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
