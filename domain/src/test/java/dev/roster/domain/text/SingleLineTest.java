package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {
    private static final String FAMILY = "👩‍👩‍👧";

    private static String check(String text) {
        return SingleLine.check("name", text, 10);
    }

    @Test
    void countsCharactersNotChars() {
        assertThat(check("🦊".repeat(10))).hasSize(20);
        assertThatThrownBy(() -> check("🦊".repeat(11))).hasMessage("name has 11 characters, the maximum is 10");
    }

    @Test
    void countsAfterTrimming() {
        assertThat(check("   0123456789\t\n")).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", " ", "  　", "  "})
    void blankIsEmpty(String blank) {
        assertThatThrownBy(() -> check(blank)).hasMessage("name must not be empty");
    }

    @Test
    void trimsBlanksThatDoNotBreak() {
        assertThat(check("  ada　 ")).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0007, 0x001B, 0x007F, 0x0085, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E,
                0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202D, 0x202E, 0x2060, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069,
                0x2800, 0x3164, 0xFDD0, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041, 0xE0100
            })
    void refusesWhatAScreenHidesOrObeys(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThatThrownBy(() -> check(text))
                .isInstanceOf(RefusedException.class)
                .hasMessage(String.format("name contains the control or invisible character U+%04X", character));
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> check("a\uD83E")).hasMessageEndingWith("U+D83E");
        assertThatThrownBy(() -> check("\uDD8Aa")).hasMessageEndingWith("U+DD8A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی‌رضا", "ශ්‍රී", FAMILY, "❤️", "👁️‍🗨️", "1️⃣", "José", "日本 太郎", "O'Neill-Łś"})
    void keepsWhatPeopleAreCalled(String name) {
        assertThat(check(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a‍", "‍a", "a‌‌b", "a ‍b", "️a", "a️️"})
    void refusesJoinersThatJoinNothing(String text) {
        assertThatThrownBy(() -> check(text)).hasMessageContaining("invisible character");
    }

    @Test
    void keepsCharactersThatThisJavaMayNotKnow() {
        assertThat(check(Character.toString(0x1FAE8))).hasSize(2);
    }

    @Test
    void refusesNamesWhoseKeyWouldNotFitAnIndex() {
        String ligatures = "ﷺ".repeat(10);

        assertThat(check("ﷺ")).isEqualTo("ﷺ");
        assertThatThrownBy(() -> check(ligatures)).hasMessage("name is too long once its ligatures are written out");
    }
}
