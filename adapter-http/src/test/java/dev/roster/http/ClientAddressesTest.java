package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
    private static String addressOf(List<String> proxies, String forwarded) {
        try (World world =
                new World(TestServer.start(HttpSettings.on("127.0.0.1", 0).withTrustedProxies(proxies)))) {
            world.ask("ada", "PATCH", "/v1/me")
                    .header("X-Forwarded-For", forwarded)
                    .json("{\"display_name\":\"A\"}")
                    .send();
            return world.ask("ada", "GET", "/v1/audit-events?limit=1").send().at("/items/0/address");
        }
    }

    @Test
    void believesNobodyByDefault() {
        assertThat(addressOf(List.of(), "192.0.2.7")).isEqualTo("127.0.0.1");
    }

    @Test
    void believesNoPeerOutsideTheTrustedNetworks() {
        assertThat(addressOf(List.of("10.0.0.0/8", "::1"), "192.0.2.7")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,192.0.2.7",
        "'203.0.113.9, 192.0.2.7',192.0.2.7",
        "'192.0.2.7, 10.1.2.3',192.0.2.7",
        "'10.1.2.3',10.1.2.3",
        "2001:db8::7,2001:db8::7",
        "'192.0.2.7, example.org',127.0.0.1",
        "'192.0.2.7, 999.1.1.1',127.0.0.1",
        "'',127.0.0.1"
    })
    void takesTheNearestAddressThatNoProxyVouchesFor(String forwarded, String expected) {
        assertThat(addressOf(List.of("127.0.0.1", "10.0.0.0/8"), forwarded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "", "10.0.0"})
    void refusesNetworksThatAreNone(String text) {
        HttpSettings settings = HttpSettings.on("127.0.0.1", 0).withTrustedProxies(List.of(text));

        assertThatThrownBy(() -> new ClientAddresses(settings)).isInstanceOf(RefusedException.class);
    }
}
