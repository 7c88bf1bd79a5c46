package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.credential.RotateSignedKey;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.SignedTokens;
import dev.roster.http.dialect.TokenKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** Personal access tokens and what they are exchanged for. */
class PersonalTokensTest {
    private static final Duration LIFETIME = Duration.ofDays(JwtSettings.MOST_DAYS);

    private static final Origin ORIGIN = new Origin(Door.LABEL_STUDIO, "192.0.2.7", "label-studio-sdk");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Given given = new Given(ports);
    private final GivenUser ada = given.user("ada").role(PredefinedRole.ADMIN);
    private final PersonalTokens tokens = tokens(fakes, LabelStudioServer::tokenKey);

    static PersonalTokens tokens(Fakes fakes, TokenKeys keys) {
        UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
        Now now = new Now(fakes.clock());
        return new PersonalTokens(
                new TokenTexts(keys, now),
                useCases.get(Authenticate.class),
                useCases.get(CreateApiKey.class),
                useCases.get(RotateSignedKey.class),
                useCases.get(RevokeApiKey.class),
                useCases.get(ListApiKeys.class),
                now);
    }

    // The text

    @Test
    void aTokenSaysWhoseItIsAndWhichKey() {
        PersonalTokens.Shown token = tokens.create(caller(ada), LIFETIME);
        ApiKey key = onlyKey();

        assertThat(SignedTokens.claimed(token.text()).orElseThrow())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "token_type",
                        "refresh",
                        "exp",
                        token.expiresAt().getEpochSecond(),
                        "iat",
                        fakes.clock().instant().getEpochSecond(),
                        "user_id",
                        ada.user().number(),
                        "jti",
                        key.id().toString().replace("-", "")));
        assertThat(token.text()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}").hasSizeLessThan(512);
        assertThat(token.expiresAt()).isEqualTo(key.expiresAt());
        assertThat(Duration.between(token.createdAt(), token.expiresAt()))
                .isBetween(LIFETIME.minusSeconds(1), LIFETIME);
        assertThat(key.form()).isEqualTo(ApiKeyForm.SIGNED);
    }

    @Test
    void nothingOfTheSignatureIsListed() {
        String text = tokens.create(caller(ada), LIFETIME).text();
        String signature = text.substring(text.lastIndexOf('.') + 1);

        List<PersonalTokens.Shown> listed = tokens.list(caller(ada));

        assertThat(listed)
                .extracting(PersonalTokens.Shown::text)
                .containsExactly(text.substring(0, text.lastIndexOf('.')));
        assertThat(onlyKey().hint()).doesNotContain(signature.substring(0, 3)).hasSizeLessThan(16);
        assertThat(tokens.list(caller(given.user("amy").role(PredefinedRole.ADMIN))))
                .isEmpty();
    }

    // The exchange

    @Test
    void anAccessTokenIsTheKeyForFiveMinutes() {
        String access = exchange(tokens.create(caller(ada), LIFETIME));

        Caller caller = tokens.come(access, ORIGIN);

        assertThat(caller.is(ada.id())).isTrue();
        assertThat(caller.credential().key()).isEqualTo(onlyKey().id());
        assertThat(SignedTokens.claimed(access).orElseThrow()).containsEntry("token_type", "access");
        fakes.clock().advance(Duration.ofMinutes(5).minusSeconds(1));
        tokens.come(access, ORIGIN);
        fakes.clock().advance(Duration.ofSeconds(1));
        assertUnknown(() -> tokens.come(access, ORIGIN));
    }

    @Test
    void anAccessTokenEndsWithItsTokenByItself() {
        Caller caller = caller(ada);
        String access = exchange(tokens.create(caller, Duration.ofSeconds(60)));

        assertThat(SignedTokens.claimed(access).orElseThrow())
                .containsEntry("exp", tokens.list(caller).get(0).expiresAt().getEpochSecond());
        fakes.clock().advance(Duration.ofSeconds(60));

        assertUnknown(() -> tokens.come(access, ORIGIN));
    }

    @Test
    void anAccessTokenOfARevokedTokenIsRefusedOnTheNextRequest() {
        PersonalTokens.Shown token = tokens.create(caller(ada), LIFETIME);
        String access = exchange(token);
        tokens.revoke(caller(ada), token.text());

        assertUnknown(() -> tokens.come(access, ORIGIN));
        assertUnknown(() -> exchange(token));
    }

    @Test
    void onlyTheWholeTokenIsExchanged() {
        String text = tokens.create(caller(ada), LIFETIME).text();
        String[] parts = text.split("\\.", -1);
        ada.token("token-of-ada");
        ada.apiKey("rak_secret");
        // A user token that looks like a token of a key, as an operator could choose it.
        String chosen = parts[0] + "." + parts[1] + ".chosen";
        given.user("eve").token(chosen);

        for (String other : List.of(
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                text + "." + parts[2],
                text + "=",
                parts[0] + "." + parts[1] + "." + parts[2].toLowerCase(Locale.ROOT),
                exchange(text),
                "token-of-ada",
                "rak_secret",
                chosen,
                "")) {
            assertUnknown(() -> exchange(other));
        }
    }

    @Test
    void guessesAreSlowedDown() {
        Set<Kind> refusals = EnumSet.noneOf(Kind.class);
        for (int guess = 0; guess < 150; guess++) {
            String text = "a.b." + guess;
            refusals.add(catchThrowableOfType(RefusedException.class, () -> exchange(text))
                    .kind());
        }

        assertThat(refusals).containsExactly(Kind.UNAUTHENTICATED, Kind.THROTTLED);
    }

    @Test
    void nothingElseIsAnAccessToken() {
        PersonalTokens.Shown token = tokens.create(caller(ada), LIFETIME);
        String access = exchange(token);
        String[] parts = access.split("\\.", -1);
        PersonalTokens elsewhere = tokens(fakes, use -> new byte[32]);

        assertThat(tokens.come(access, ORIGIN).is(ada.id())).isTrue();
        assertUnknown(() -> elsewhere.come(access, ORIGIN));
        for (String other :
                List.of(token.text(), parts[0] + "." + parts[1], access + ".", access.substring(1), "garbage", "")) {
            assertUnknown(() -> tokens.come(other, ORIGIN));
        }
    }

    @Test
    void aClaimThatIsMissingOrOfAnotherKindOpensNothing() {
        ApiKey key = ada.signedKey("of-ada-and-more.signature");
        Instant end = fakes.clock().instant().plusSeconds(60);
        SignedTokens forger =
                new SignedTokens(LabelStudioServer::tokenKey, "label-studio-access", new Now(fakes.clock()));
        String id = key.id().toString();
        long user = ada.user().number();

        assertThat(tokens.come(forger.issue(Map.of("token_type", "access", "user_id", user, "jti", id), end), ORIGIN)
                        .is(ada.id()))
                .isTrue();
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("user_id", user, "jti", id),
                Map.of("token_type", "refresh", "user_id", user, "jti", id),
                Map.of("token_type", "access", "jti", id),
                Map.of("token_type", "access", "user_id", user),
                Map.of("token_type", "access", "user_id", String.valueOf(user), "jti", id),
                Map.of("token_type", "access", "user_id", user + 1, "jti", id),
                Map.of("token_type", "access", "user_id", user, "jti", "x"),
                Map.of("token_type", "access", "user_id", user, "jti", 7))) {
            assertUnknown(() -> tokens.come(forger.issue(claims, end), ORIGIN));
        }
    }

    // The one, its end and the next

    @Test
    void thereIsOneUntilItIsRevoked() {
        PersonalTokens.Shown first = tokens.create(caller(ada), LIFETIME);

        assertRefused(() -> tokens.create(caller(ada), LIFETIME), Kind.CONFLICT)
                .returns("token", RefusedException::field);
        tokens.revoke(caller(ada), first.text().substring(0, first.text().lastIndexOf('.')));
        assertRefused(() -> tokens.revoke(caller(ada), first.text()), Kind.NOT_FOUND)
                .returns("token", RefusedException::field);

        assertThat(tokens.create(caller(ada), LIFETIME).text()).isNotEqualTo(first.text());
    }

    @Test
    void nobodyRevokesOrRotatesWhatIsAnothers() {
        PersonalTokens.Shown token = tokens.create(caller(ada), LIFETIME);
        Caller amy = caller(given.user("amy").role(PredefinedRole.ADMIN));
        Caller olga = caller(given.owner("olga"));

        for (Caller other : List.of(amy, olga)) {
            assertRefused(() -> tokens.revoke(other, token.text()), Kind.NOT_FOUND);
            assertRefused(() -> tokens.rotate(other, token.text(), LIFETIME), Kind.FORBIDDEN);
        }
        assertThat(exchange(token)).isNotEmpty();
    }

    @Test
    void whatIsNoTokenIsNeitherRevokedNorRotated() {
        ApiKey random = ada.apiKey("rak_secret");
        String named = SignedTokens.unsigned(
                Map.of("token_type", "refresh", "jti", random.id().toString()), Instant.EPOCH);

        assertRefused(() -> tokens.revoke(caller(ada), named), Kind.NOT_FOUND);
        assertRefused(() -> tokens.rotate(caller(ada), named, LIFETIME), Kind.CONFLICT);
        for (String text : List.of("", "rak_secret", "a.b.c", exchange(tokens.create(caller(ada), LIFETIME)))) {
            assertRefused(() -> tokens.revoke(caller(ada), text), Kind.NOT_FOUND);
            assertRefused(() -> tokens.rotate(caller(ada), text, LIFETIME), Kind.INVALID)
                    .returns("refresh", RefusedException::field);
        }
        assertThat(ports.apiKeys().get(random.id())).isEqualTo(random);
    }

    @Test
    void aRotatedTokenIsDeadAndTheNextOneWorks() {
        PersonalTokens.Shown first = tokens.create(caller(ada), Duration.ofDays(30));
        fakes.clock().advance(Duration.ofDays(29));

        PersonalTokens.Shown second = tokens.rotate(caller(ada), first.text(), Duration.ofDays(30));

        assertUnknown(() -> exchange(first));
        assertThat(Duration.between(fakes.clock().instant(), second.expiresAt()))
                .isGreaterThan(Duration.ofDays(29));
        assertRefused(() -> tokens.rotate(caller(ada), first.text(), Duration.ofDays(30)), Kind.CONFLICT)
                .returns("key", RefusedException::field);
        assertThat(tokens.come(exchange(second), ORIGIN).is(ada.id())).isTrue();
    }

    @Test
    void whoCameWithAnAccessTokenMakesNothingThatLastsLonger() {
        PersonalTokens.Shown first = tokens.create(caller(ada), Duration.ofDays(30));
        Caller caller = tokens.come(exchange(first), ORIGIN);

        PersonalTokens.Shown second = tokens.rotate(caller, first.text(), LIFETIME);

        assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
        assertUnknown(() -> tokens.create(caller, LIFETIME));
        tokens.revoke(tokens.come(exchange(second), ORIGIN), second.text());
        ada.apiKey("rak_secret");
        Caller key = useCases.get(Authenticate.class).handle(new SecretText("rak_secret"), ORIGIN);
        assertRefused(() -> tokens.create(key, LIFETIME), Kind.FORBIDDEN);
    }

    @Test
    void theOperatorHasNone() {
        Caller operator = Caller.operator("root", Origin.of(Door.CLI));

        assertRefused(() -> tokens.list(operator), Kind.FORBIDDEN);
        assertRefused(() -> tokens.create(operator, LIFETIME), Kind.FORBIDDEN);
    }

    private ApiKey onlyKey() {
        List<ApiKeys.Owned> all = ports.apiKeys()
                .list(ApiKeys.Filter.at(fakes.clock().instant()).withUser(ada.id()), PageRequest.first())
                .items();
        assertThat(all).hasSize(1);
        return all.get(0).key();
    }

    private String exchange(PersonalTokens.Shown token) {
        return exchange(token.text());
    }

    private String exchange(String token) {
        return tokens.exchange(new SecretText(token), ORIGIN);
    }

    private static void assertUnknown(ThrowingCallable act) {
        assertRefused(act, Kind.UNAUTHENTICATED);
    }

    private static ThrowableAssertAlternative<RefusedException> assertRefused(ThrowingCallable act, Kind kind) {
        return assertThatExceptionOfType(RefusedException.class).isThrownBy(act).returns(kind, RefusedException::kind);
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }
}
