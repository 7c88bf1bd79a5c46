package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.web.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void writesSixFractionDigitsWhateverTheTime() {
        Random random = new Random(1);
        long least = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long most = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

        random.longs(10_000, least, most).forEach(second -> {
            Instant at = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            assertThat(Timestamps.format(at)).isEqualTo(FORMAT.format(at));
        });
    }

    @Test
    void writesZeros() {
        assertThat(Timestamps.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
    }
}
