package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Ada, ADA",
        "straße, STRASSE",
        "straße, STRAẞE",
        "Σίσυφος, ΣΊΣΥΦΟΣ",
        "ΟΔΟΣ, οδος",
        "ﬁnn, FINN",
        "Ａｄａ, ada",
        "José, JOSE\u0301",
        "ǆ, ǅ",
        "علی‌رضا, علیرضا",
        "❤️, ❤",
        "K, k"
    })
    void theseAreOneName(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ada, adá", "bob, b0b", "a_b, a-b", "олег, oлег"})
    void theseAreTwoNames(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    /** It is left as it is: the time of bringing it into form grows with the square of its length, minutes for a megabyte. */
    @Test
    void aHugeTextCostsNoTimeAsAName() {
        String marks = "a" + "\u0301\u0323".repeat(10_000);

        assertThat(NameKey.of(marks).value()).isEqualTo(marks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "lt-LT", "az", "el-GR"})
    void theMachinesLocaleDoesNotMatter(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(NameKey.of("TITLE INIT").value()).isEqualTo("title init");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aKeyIsItsOwnKeyForEveryCharacter() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isDefined)
                        .filter(character -> Character.getType(character) != Character.SURROGATE)
                        .filter(NameKeyTest::changesTwice))
                .isEmpty();
    }

    private static boolean changesTwice(int character) {
        NameKey key = NameKey.of(Character.toString(character));
        return !NameKey.of(key.value()).equals(key);
    }

    @Test
    void caseNeverMakesAnotherName() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isLetter)
                        .filter(NameKeyTest::dependsOnCase))
                .isEmpty();
    }

    private static boolean dependsOnCase(int character) {
        String text = Character.toString(character);
        return !NameKey.of(text.toUpperCase(Locale.ROOT)).equals(NameKey.of(text));
    }
}
