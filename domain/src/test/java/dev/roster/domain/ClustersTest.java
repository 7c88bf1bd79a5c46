package dev.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // A woman at a computer, the rainbow flag, a heart in colour and in black and white, a key, a family of
                // four.
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\u2764\uFE0F",
                "\u2764\uFE0E",
                "1\uFE0F\u20E3",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
                // A hand and a kiss with tones, the flags of Germany and of Scotland.
                "\uD83D\uDC4B\uD83C\uDFFD",
                "\uD83D\uDC69\uD83C\uDFFB\u200D\u2764\uFE0F\u200D\uD83D\uDC8B\u200D\uD83D\uDC69\uD83C\uDFFF",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F"
            })
    void emojiOfSeveralCharactersAreOne(String emoji) {
        assertThat(Clusters.end(emoji + "x", 0)).isEqualTo(emoji.length());
        assertThat(UserText.shown(emoji, character -> "?")).isEqualTo(emoji);
        assertThat(UserText.quote(emoji)).isEqualTo("`" + emoji + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0915\u094D\u200D\u0937"})
    void joinersOfScriptsStay(String word) {
        assertThat(UserText.shown(word, character -> "?")).isEqualTo(word);
    }

    /** Overrides, isolates, marks, tags that spell a text, joiners and selectors with nothing to join or select. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\u200Db",
                "a\u200Cb",
                "a\uFE0Fb",
                "\u0645\u200C",
                "\u200D\uD83D\uDCBB",
                "\uD83D\uDC69\u200D",
                "\uD83D\uDC69\u200D\u200D\uD83D\uDCBB",
                "\uD83D\uDC69\u200D\u202E\uD83D\uDCBB",
                "\u2764\uFE0F\uFE0F",
                "a\u001B[31mb",
                "a\u009Bb",
                "a\u2028b",
                "\uD83C\uDFF4\uDB40\uDC68\uDB40\uDC69\uDB40\uDC7F",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74",
                "\u180B\u200D\u0915",
                "\u17B4\u200D\u1780",
                "\uD83D"
            })
    void whatHidesElsewhereIsReplaced(String text) {
        assertThat(UserText.shown(text, character -> "?")).contains("?").hasSizeLessThanOrEqualTo(text.length());
        assertThat(UserText.quote(text)).contains("\\u{");
    }

    @Test
    void joinersWithoutEndAreCutOff() {
        String chain = "\uD83D\uDC69\u200D".repeat(50) + "\uD83D\uDC69";

        assertThat(Clusters.end(chain, 0)).isEqualTo(5 * 2 + 4);
        assertThat(UserText.shown(chain, character -> "?")).contains("?");
    }

    @Test
    void lettersAreAlone() {
        assertThat(Clusters.end("ab", 0)).isEqualTo(1);
        assertThat(Clusters.end("b", 0)).isEqualTo(1);
        assertThat(Clusters.end("\uD83D\uDE80b", 0)).isEqualTo(2);
    }
}
