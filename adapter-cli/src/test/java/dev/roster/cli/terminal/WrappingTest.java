package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrappingTest {
    @Test
    void linesBreakBetweenWordsAlone() {
        assertThat(new Wrapping(20).lines("the permission dataset:update-it and member:add"))
                .containsExactly("the permission", "dataset:update-it", "and member:add");
    }

    @Test
    void quotedCommandsStayOnALine() {
        assertThat(new Wrapping(24).lines("there is no store, see `roster init --help` there"))
                .containsExactly("there is no store, see", "`roster init --help`", "there");
    }

    @Test
    void quotedTextLongerThanALineBreaksBetweenWords() {
        assertThat(new Wrapping(16).lines("use `roster init --data-dir place` or not"))
                .containsExactly("use `roster init", "--data-dir", "place` or not");
    }

    @Test
    void wordLongerThanALineStaysWhole() {
        assertThat(new Wrapping(10).lines("a https://roster.example.org/accept b"))
                .containsExactly("a", "https://roster.example.org/accept", "b");
    }

    @Test
    void linesAfterTheFirstBeginBelowIt() {
        assertThat(new Wrapping(10).lines("   one two three")).containsExactly("   one two", "   three");
        assertThat(new Wrapping(10).lines("no: one two three", "  ")).containsExactly("no: one", "  two", "  three");
    }

    @Test
    void widthIsThatOfWideLetters() {
        assertThat(new Wrapping(9).lines("山田 山田 山田")).containsExactly("山田 山田", "山田");
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        assertThat(new Wrapping(20).lines("a  ` b ")).containsExactly("a  ` b ");
        assertThat(new Wrapping(20).lines("")).containsExactly("");
    }

    @Test
    void aLongTextTakesNoStack() {
        assertThat(new Wrapping(80).lines("x".repeat(1_000_000) + " y")).hasSize(2);
    }
}
