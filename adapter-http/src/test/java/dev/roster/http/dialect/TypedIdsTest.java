package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedIdsTest {
    private static final UserId EVE = new UserId(UUID.fromString("0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce"));
    private static final TypedIds<UserId> UUIDS = TypedIds.uuids(UserId::new, UserId::value);
    private static final TypedIds<Long> NUMBERS = TypedIds.numbers(Function.identity(), Function.identity());
    private static final TypedIds<UserId> TYPED = TypedIds.typed("User", UUIDS, "Person");

    private static String base64(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(UUIDS.read(UUIDS.write(EVE))).contains(EVE);
        assertThat(NUMBERS.read(NUMBERS.write(42L))).contains(42L);
        assertThat(TYPED.read(TYPED.write(EVE))).contains(EVE);
        assertThat(TypedIds.typed("User", NUMBERS).write(42L)).isEqualTo("VXNlcjo0Mg==");
    }

    @Test
    void readsFurtherWordsForAKindAndNoOtherKind() {
        assertThat(TYPED.read(base64("Person:" + EVE))).contains(EVE);
        assertThat(TYPED.read(base64("Role:" + EVE))).isEmpty();
        assertThat(TYPED.read(base64(EVE.toString()))).isEmpty();
    }

    @Test
    void aThingHasOneId() {
        assertThat(TypedIds.typed("User", NUMBERS).read("VXNlcjo0Mg")).isEmpty();
        assertThat(TypedIds.typed("User", NUMBERS).read("VXNlcjo0Mh==")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "01", "+1", "1.0", "9223372036854775808", "١"})
    void readsNumbersFromOneOnly(String text) {
        assertThat(NUMBERS.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "%3D", "Vé==", "VXNlcjo=", "OjE="})
    void whatIsNoTypedIdIsNone(String text) {
        assertThat(TYPED.read(text)).isEmpty();
    }
}
