package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.Now;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void isNotReadOnceChanged() {
        assertThat(tokens("access", START).read(token.substring(0, token.length() - 2)))
                .isEmpty();
        assertThat(tokens("access", START).read("not a token")).isEmpty();
    }
}
