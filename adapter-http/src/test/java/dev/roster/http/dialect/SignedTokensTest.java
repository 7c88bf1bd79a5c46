package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.roster.application.Now;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final TokenKeys KEYS = use -> Arrays.copyOf(use.getBytes(StandardCharsets.UTF_8), 32);

    private static SignedTokens tokens(String use, Instant now) {
        return new SignedTokens(KEYS, use, new Now(InstantSource.fixed(now)));
    }

    private final String token = tokens("access", START).issue(Map.of("user_id", 7), START.plusSeconds(60));

    @Test
    void readsWhatWasSigned() {
        assertThat(tokens("access", START.plusSeconds(59)).read(token))
                .hasValueSatisfying(claims -> assertThat(claims).containsEntry("user_id", 7L));
    }

    @Test
    void endsWhenItSaysSo() {
        assertThat(tokens("access", START.plusSeconds(60)).read(token)).isEmpty();
    }

    @Test
    void isOfNoOtherUse() {
        assertThat(tokens("refresh", START).read(token)).isEmpty();
    }

    @Test
    void isWrittenTheSameWayEachTimeWithTheEndFirst() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("z", "last in the alphabet");
        claims.put("b", 1);
        claims.put("a", "Zoë \"<&>\" 🦊");
        String written = tokens("access", START).issue(claims, START.plusSeconds(60));

        assertThat(tokens("access", START).issue(claims, START.plusSeconds(60))).isEqualTo(written);
        assertThat(decoded(written, 0)).isEqualTo("{\"alg\":\"HS256\"}");
        assertThat(decoded(written, 1))
                .isEqualTo("{\"exp\":1893456060,\"z\":\"last in the alphabet\",\"b\":1,"
                        + "\"a\":\"Zoë \\\"<&>\\\" 🦊\"}");
        assertThat(written).startsWith(SignedTokens.unsigned(claims, START.plusSeconds(60)) + ".");
    }

    @Test
    void whatItClaimsIsSaidWithoutTheSignatureToo() {
        String unsigned = token.substring(0, token.lastIndexOf('.'));

        for (String text : List.of(token, unsigned, unsigned + ".", "." + unsigned.split("\\.", -1)[1])) {
            assertThat(SignedTokens.claimed(text))
                    .hasValueSatisfying(claims -> assertThat(claims).containsEntry("user_id", 7L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a.bnVsbA", "a.WzFd", "a.eyJhIjox", "a.e30.b.c", "a.e30.b.c.d.e.f", "e30"})
    void otherTextClaimsNothing(String text) {
        assertThat(SignedTokens.claimed(text)).isEmpty();
        assertThat(tokens("access", START).read(text)).isEmpty();
    }

    @Test
    void isNotReadWithoutItsVeryOwnSignature() {
        String[] parts = token.split("\\.", -1);
        String none = encoded("{\"alg\":\"none\"}");
        String forged = encoded("{\"exp\":1893456060,\"user_id\":8}");

        for (String text : List.of(
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS512\"}") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + forged + "." + parts[2],
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                token + "." + parts[2])) {
            assertThat(tokens("access", START).read(text)).as(text).isEmpty();
        }
        assertThat(new SignedTokens(use -> new byte[32], "access", new Now(InstantSource.fixed(START))).read(token))
                .isEmpty();
    }

    @Test
    void isNotReadWithoutAnEnd() throws JOSEException {
        JWSObject endless = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload("{\"user_id\":7}"));
        endless.sign(new MACSigner(KEYS.of("access")));

        assertThat(tokens("access", START).read(endless.serialize())).isEmpty();
    }

    private static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isNotReadOnceChanged() {
        assertThat(tokens("access", START).read(token.substring(0, token.length() - 2)))
                .isEmpty();
        assertThat(tokens("access", START).read("not a token")).isEmpty();
    }
}
