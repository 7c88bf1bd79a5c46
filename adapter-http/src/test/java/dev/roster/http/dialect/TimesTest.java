package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2030-01-01T00:00:00+00:00, 2030-01-01T00:00:00Z",
        "2030-01-01T02:00:00+02:00, 2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00, 2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00.123456, 2030-01-01T00:00:00.123456Z",
        "2030-01-01T00:00, 2030-01-01T00:00:00Z"
    })
    void readsWhatScriptsWrite(String text, Instant at) {
        assertThat(Times.read(text)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1893456000",
                "2030-01-01",
                "2030-02-30T00:00:00",
                "2030-01-01T00:00:00[UTC]",
                "+12030-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Times.read(text))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.INVALID));
    }

    @Test
    void writesUtcWithItsNameOrWithout() {
        Instant at = Instant.parse("2030-01-01T00:00:00.120Z");

        assertThat(Times.format(at)).isEqualTo("2030-01-01T00:00:00.120000");
        assertThat(Times.brief(at)).isEqualTo("2030-01-01T00:00:00.120000Z");
        assertThat(Times.brief(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    }
}
