package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.credential.KeyWriter;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.SignedTokens;
import dev.roster.http.dialect.TokenKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What personal access tokens and access tokens look like (contract §1.3): {@code token_type}, {@code exp}, {@code iat},
 * {@code user_id}, which is the number of the user, and {@code jti}, which is the id of the API key in 32 hex digits. In both
 * kinds it names the same key. Each kind is signed with a key of its own.
 */
final class TokenTexts implements KeyWriter {
    /** Whose and which key. */
    record Content(long user, ApiKeyId key) {}

    private static final Duration ACCESS = Duration.ofMinutes(5);
    private static final String TYPE = "token_type";
    private static final String REFRESH_TYPE = "refresh";
    private static final String ACCESS_TYPE = "access";
    private static final String ISSUED = "iat";
    private static final String USER = "user_id";
    private static final String KEY = "jti";

    private final SignedTokens personal;
    private final SignedTokens access;
    private final Now now;

    @Inject
    TokenTexts(TokenKeys keys, Now now) {
        this.personal = new SignedTokens(keys, "label-studio-pat", now);
        this.access = new SignedTokens(keys, "label-studio-access", now);
        this.now = now;
    }

    /** A personal access token for a key that ends. */
    @Override
    public SecretText write(Draft draft) {
        Instant end = Objects.requireNonNull(draft.expiresAt(), "a personal access token ends");
        return new SecretText(personal.issue(claims(REFRESH_TYPE, draft.createdAt(), draft.user(), draft.id()), end));
    }

    /** The first two parts of a key's personal access token, which open nothing. */
    static String unsigned(ApiKey key, User user) {
        Instant end = Objects.requireNonNull(key.expiresAt(), "a personal access token ends");
        return SignedTokens.unsigned(claims(REFRESH_TYPE, key.createdAt(), user, key.id()), end);
    }

    /** In this order, so that what stands before the signature ends with the id. */
    private static Map<String, Object> claims(String type, Instant issued, User user, ApiKeyId key) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(TYPE, type);
        claims.put(ISSUED, issued.getEpochSecond());
        claims.put(USER, user.number());
        claims.put(KEY, key.toString().replace("-", ""));
        return claims;
    }

    /**
     * Which key a personal access token names, with its signature or without. Anybody can write such a text: nothing may be let in by
     * it. Empty for any other text.
     */
    static Optional<ApiKeyId> named(String text) {
        return SignedTokens.claimed(text)
                .filter(claims -> REFRESH_TYPE.equals(claims.get(TYPE)))
                .flatMap(TokenTexts::key);
    }

    private static Optional<ApiKeyId> key(Map<String, Object> claims) {
        return claims.get(KEY) instanceof String text && Uuids.isUuid(text)
                ? Optional.of(ApiKeyId.parse(text))
                : Optional.empty();
    }

    /**
     * An access token for a key: it works for five minutes, and never longer than the key.
     *
     * @param keyEnd when the key ends by itself; null for never
     */
    String access(User user, ApiKeyId key, @Nullable Instant keyEnd) {
        Instant at = now.get();
        Instant end = at.plus(ACCESS);
        return access.issue(claims(ACCESS_TYPE, at, user, key), keyEnd == null || end.isBefore(keyEnd) ? end : keyEnd);
    }

    /** What an access token names; empty for a text that is malformed, not signed here as an access token, or over. */
    Optional<Content> read(String text) {
        return access.read(text)
                .filter(claims -> ACCESS_TYPE.equals(claims.get(TYPE)))
                .flatMap(claims -> key(claims)
                        .flatMap(key -> claims.get(USER) instanceof Long user
                                ? Optional.of(new Content(user, key))
                                : Optional.empty()));
    }
}
