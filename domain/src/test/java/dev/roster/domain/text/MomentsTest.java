package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "1677-09-21T00:12:43Z, 1677-09-21T00:12:43Z",
        "2262-04-11T23:47:17Z, 2262-04-11T23:47:17Z",
        "2026-03-01t08:30:00z, 2026-03-01T08:30:00Z",
        "2026-03-01T08:30:00.5+02:00, 2026-03-01T06:30:00.5Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        "0001-01-01T18:00:00+18:00, 0001-01-01T00:00:00Z"
    })
    void timeOfFourDigitYearsIsRead(String text, Instant expected) {
        assertThat(Moments.parse("at", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2026-03-01T08:30:00Z",
                "2026-03-01T08:30:00Z ",
                "2026-03-01 08:30:00Z",
                "2026-03-01T08:30Z",
                "2026-03-01T08:30:00",
                "2026-03-01",
                "2026-3-1T8:30:00Z",
                "2026-02-29T08:30:00Z",
                "2026-03-01T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2026-03-01T08:30:00.Z",
                "2026-03-01T08:30:00.1234567890Z",
                "2026-03-01T08:30:00,5Z",
                "2026-03-01T08:30:00+2",
                "2026-03-01T08:30:00+02",
                "2026-03-01T08:30:00+02:00:30",
                "2026-03-01T08:30:00+19:00",
                "2026-03-01T08:30:00Z[UTC]",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+2026-03-01T08:30:00Z",
                "+10000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "٢٠٢٦-03-01T08:30:00Z",
                "1772354400",
                "NaN"
            })
    void anythingElseIsRefusedByName(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Moments.parse("at", text))
                .returns("at", RefusedException::field)
                .withMessageContaining("from year 0001 to 9999");
    }
}
