package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellTextTest {
    private static final String WOMAN_AT_COMPUTER = "\uD83D\uDC69\u200D\uD83D\uDCBB";

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "山田, 2 + 2",
        "e\u0301, 1",
        "\uD83D\uDE80, 2",
        "\u2764, 1",
        "\u2764\uFE0F, 2",
        "1\uFE0F\u20E3, 2",
        "\uD83D\uDC69\u200D\uD83D\uDCBB, 2",
        "\uD83D\uDC4B\uD83C\uDFFD, 2",
        "\uD83C\uDDE9\uD83C\uDDEA, 2",
        "\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEB\uD83C\uDDF7, 2 + 2",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F, 2",
        "\u0645\u06CC\u200C\u062E, 3"
    })
    void widthIsWhatATerminalShows(String text, String width) {
        int expected = List.of(width.split(" \\+ ")).stream()
                .mapToInt(Integer::parseInt)
                .sum();

        assertThat(CellText.width(text)).isEqualTo(expected);
    }

    @Test
    void cutNeverSplitsAnEmoji() {
        String text = "a" + WOMAN_AT_COMPUTER + "bcd";

        assertThat(CellText.cut(text, 6)).isEqualTo(text);
        assertThat(CellText.cut(text, 4)).isEqualTo("a" + WOMAN_AT_COMPUTER + "…");
        assertThat(CellText.cut(text, 3)).isEqualTo("a…");
    }

    @Test
    void emojiPrintAsTheyAreAndTablesAlignAroundThem() {
        Roster roster = new Roster();
        roster.given().user("ada " + WOMAN_AT_COMPUTER);
        roster.given().user("\uD83C\uDDE9\uD83C\uDDEA");
        roster.given().user("bob");

        assertThat(roster.run("users", "list").out().lines().skip(1))
                .containsExactly(
                        "ada " + WOMAN_AT_COMPUTER + "    -      ada " + WOMAN_AT_COMPUTER
                                + "      -          annotator  active",
                        "\uD83C\uDDE9\uD83C\uDDEA        -      \uD83C\uDDE9\uD83C\uDDEA          -          annotator  active",
                        "bob       -      bob         -          annotator  active");
    }

    @Test
    void nothingThatATerminalObeysIsLeft() {
        assertThat(CellText.tame("a\u202Eb\u001B[2J\u009B\r\n\u200Dc")).isEqualTo("a?b?[2J????c");
    }
}
