package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.console.view.DeviceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox | Linux
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 | Chrome | Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Edge | Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Safari | macOS
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari | iPhone
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 | Chrome | Android
            """)
    void browsersAreNamedAsPeopleKnowThem(String agent, String browser, String system) {
        assertThat(Devices.shown(agent)).isEqualTo(DeviceView.of("device.browser", browser, system));
    }

    @Test
    void programsAreNamedByTheirFirstProduct() {
        assertThat(Devices.shown("python-httpx/0.27.2")).isEqualTo(DeviceView.of("device.program", "python-httpx"));
        assertThat(Devices.shown("curl/8.5.0")).isEqualTo(DeviceView.of("device.program", "curl"));
    }

    @Test
    void whatSaysNothingIsUnknown() {
        assertThat(Devices.shown(null)).isEqualTo(DeviceView.of("device.unknown"));
        assertThat(Devices.shown("")).isEqualTo(DeviceView.of("device.unknown"));
        assertThat(Devices.shown("<script>alert(1)</script>")).isEqualTo(DeviceView.of("device.unknown"));
    }
}
