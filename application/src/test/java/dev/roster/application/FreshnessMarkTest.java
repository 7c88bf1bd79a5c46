package dev.roster.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.port.FreshnessMark;
import dev.roster.domain.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessMarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"0/0", "16/B374D848", "FFFFFFFF/FFFFFFFF", "80000000/1"})
    void isReadAsItIsWritten(String text) {
        assertThat(FreshnessMark.parse("mark", text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "/", "0/", "123456789/0", "0/123456789", "a/b", "0/1 ", "-1/0"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> FreshnessMark.parse("mark", text))
                .withMessageContaining("`mark`");
    }

    @ParameterizedTest
    @CsvSource({"1/0, 0/FFFFFFFF, 1/0", "0/1, 0/2, 0/2", "7FFFFFFF/0, 80000000/0, 80000000/0"})
    void laterOneStandsForMore(String one, String other, String later) {
        FreshnessMark first = FreshnessMark.parse("mark", one);
        FreshnessMark second = FreshnessMark.parse("mark", other);

        assertThat(first.orLater(second)).isEqualTo(second.orLater(first)).hasToString(later);
    }
}
