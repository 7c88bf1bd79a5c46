package dev.roster.domain.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnexTest {
    private static final AnnexOwner ANA = AnnexOwner.of(new UserId(new UUID(1, 2)));

    @Test
    void contentIsTakenAsItIs() {
        String text = " {\"ü\":\n[1.0]}\t";

        assertThat(annex("label-studio:hotkeys", "account", text).json()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "argilla", "argilla:", ":field", "Argilla:field", "a:b:c", "a1:b", "a:b "})
    void kindNamesADoorAndWhatItKeeps(String kind) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> annex(kind, "key", "{}"))
                .returns("kind", RefusedException::field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void keyIsALineThatShows(String key) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> annex("argilla:field", key, "{}"))
                .returns("key", RefusedException::field);
    }

    @Test
    void keyAndContentHaveABound() {
        String longest = "k".repeat(200);
        String most = "ü".repeat(Annex.MOST_BYTES / 2);

        assertThat(annex("argilla:field", longest, most).key()).isEqualTo(longest);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> annex("argilla:field", longest + "k", "{}"))
                .returns("key", RefusedException::field);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> annex("argilla:field", "key", most + "u"))
                .returns("json", RefusedException::field)
                .withMessageContaining("65537 bytes");
    }

    /** Not every store could keep it. */
    @Test
    void contentHoldsNoZeroCharacter() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> annex("argilla:field", "key", "a\0b"))
                .returns("json", RefusedException::field);
    }

    private static Annex annex(String kind, String key, String json) {
        return new Annex(ANA, 0, kind, key, json, Instant.EPOCH);
    }
}
