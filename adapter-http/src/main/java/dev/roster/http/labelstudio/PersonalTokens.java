package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.credential.RotateSignedKey;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Personal access tokens, which are API keys of the form {@code signed}, and the access tokens that they are exchanged for
 * (contract §1.3, §4.3). An access token names its key and ends with it on the next request.
 *
 * <p>Refusals are the core's; their words are the routes' to choose.
 */
final class PersonalTokens {
    private static final String NAME = "personal access token";

    /**
     * A token as it is shown.
     *
     * @param text with its signature when it has just been created, which nobody is shown again; without it in lists
     * @param expiresAt on the second
     */
    record Shown(String text, Instant createdAt, Instant expiresAt) {}

    private final TokenTexts texts;
    private final Authenticate authenticate;
    private final CreateApiKey createKey;
    private final RotateSignedKey rotateKey;
    private final RevokeApiKey revokeKey;
    private final ListApiKeys listKeys;
    private final Now now;

    @Inject
    PersonalTokens(
            TokenTexts texts,
            Authenticate authenticate,
            CreateApiKey createKey,
            RotateSignedKey rotateKey,
            RevokeApiKey revokeKey,
            ListApiKeys listKeys,
            Now now) {
        this.texts = texts;
        this.authenticate = authenticate;
        this.createKey = createKey;
        this.rotateKey = rotateKey;
        this.revokeKey = revokeKey;
        this.listKeys = listKeys;
        this.now = now;
    }

    /**
     * The caller's only one.
     *
     * @param lifetime at least a second
     * @throws RefusedException CONFLICT naming {@code token} where the caller has a live one, also where two create one at
     *     once; FORBIDDEN for a caller who is no developer, or came with a key, an access token or an old session
     */
    Shown create(Caller caller, Duration lifetime) {
        CreateApiKey.Command command = CreateApiKey.Command.own(
                        KeyIssuer.Wish.named(NAME).withExpiresAt(end(lifetime)))
                .withWriter(texts)
                .withOnlyOne(true);
        return issued(createKey.handle(caller, command));
    }

    /** The caller's live ones, without their signatures; oldest first. */
    List<Shown> list(Caller caller) {
        return live(caller).stream()
                .map(owned -> shown(TokenTexts.unsigned(owned.key(), owned.user()), owned.key()))
                .toList();
    }

    /**
     * Ends a token and gives the caller another one.
     *
     * @param text the token, with its signature or without
     * @param lifetime at least a second; a token that the caller came with, by an access token, gets none later than its own end
     * @throws RefusedException INVALID naming {@code refresh} for a text that is no personal access token; NOT_FOUND or
     *     CONFLICT naming {@code key} for one that is unknown or has ended, also where two rotate it at once; FORBIDDEN for
     *     somebody else's
     */
    Shown rotate(Caller caller, String text, Duration lifetime) {
        ApiKeyId key = TokenTexts.named(text)
                .orElseThrow(() -> RefusedException.invalid("refresh", "the text is not a personal access token"));
        return issued(rotateKey.handle(caller, new RotateSignedKey.Command(key, end(lifetime), texts)));
    }

    /**
     * Ends a token of the caller's at once.
     *
     * @param text the token, with its signature or without
     * @throws RefusedException NOT_FOUND naming {@code token} for a text that is no live token of the caller's
     */
    void revoke(Caller caller, String text) {
        ApiKeyId key = TokenTexts.named(text)
                .filter(named ->
                        live(caller).stream().anyMatch(owned -> owned.key().id().equals(named)))
                .orElseThrow(
                        () -> RefusedException.missing("token", "the token is invalid or has already been revoked"));
        revokeKey.handle(caller, key);
    }

    /**
     * An access token for whoever shows a personal access token.
     *
     * @param token with its signature
     * @throws RefusedException UNAUTHENTICATED for any other secret and for a token that has ended, or of somebody who is not
     *     active; THROTTLED after too many wrong ones from one address
     */
    String exchange(SecretText token, Origin origin) {
        Caller caller = authenticate.handle(token, origin);
        User user = caller.user();
        ApiKeyId key = caller.credential().key();
        if (user == null
                || key == null
                || TokenTexts.named(token.reveal()).filter(key::equals).isEmpty()) {
            throw unknown();
        }
        return texts.access(user, key, caller.credential().endsAt());
    }

    /**
     * Whoever comes with an access token, as one who comes with its personal access token.
     *
     * @throws RefusedException UNAUTHENTICATED for a text that is no access token, for one that is over, and where the
     *     personal access token or its user has ended or rests
     */
    Caller come(String access, Origin origin) {
        TokenTexts.Content content = texts.read(access).orElseThrow(PersonalTokens::unknown);
        return authenticate.withKey(content.user(), content.key(), origin);
    }

    private static RefusedException unknown() {
        return RefusedException.unauthenticated("unknown or expired credential");
    }

    private List<ApiKeys.Owned> live(Caller caller) {
        User user = caller.user();
        if (user == null) {
            throw RefusedException.forbidden("the local operator has no personal access tokens");
        }
        ListApiKeys.Query query = ListApiKeys.Query.all()
                .withUser(user.id())
                .withForm(ApiKeyForm.SIGNED)
                .withStatus(ApiKeyStatus.ACTIVE);
        return listKeys.handle(caller, query, PageRequest.first(PageRequest.MOST))
                .items();
    }

    /** As a JWT has no parts of seconds. */
    private Instant end(Duration lifetime) {
        return now.get().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Shown issued(KeyIssuer.Issued issued) {
        return shown(issued.secret().reveal(), issued.key());
    }

    private static Shown shown(String text, ApiKey key) {
        return new Shown(text, key.createdAt(), Objects.requireNonNull(key.expiresAt()));
    }
}
