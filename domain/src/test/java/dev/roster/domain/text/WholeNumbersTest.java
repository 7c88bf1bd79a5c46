package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "-5, -5", "1000, 1000"})
    void numberOfTheRangeIsRead(String text, int expected) {
        assertThat(WholeNumbers.parse("limit", text, -5, 1_000)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-6",
                "1001",
                "+5",
                " 5",
                "5 ",
                "05",
                "00",
                "-0",
                "5.0",
                "5e1",
                "0x5",
                "5_0",
                "5,0",
                "NaN",
                "Infinity",
                "٣",
                "５",
                "-٣",
                "99999999999999999999",
                "9223372036854775808",
                "true",
                "null"
            })
    void anythingElseIsRefusedByNameAndRange(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> WholeNumbers.parse("limit", text, -5, 1_000))
                .returns("limit", RefusedException::field)
                .withMessageContaining("from -5 to 1000");
    }
}
