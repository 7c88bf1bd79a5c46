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
    /** @param forwarded each a line of the header, in their order */
    private static String addressOf(List<String> proxies, String... forwarded) {
        try (World world =
                new World(TestServer.start(HttpSettings.on("127.0.0.1", 0).withTrustedProxies(proxies)))) {
            TestServer.Ask ask = world.ask("ada", "PATCH", "/v1/me");
            for (String line : forwarded) {
                ask.header("X-Forwarded-For", line);
            }
            ask.json("{\"display_name\":\"A\"}").send();
            return world.ask("ada", "GET", "/v1/audit-events?limit=1").send().at("/items/0/address");
        }
    }

    @Test
    void aLineOfTheClientsOwnDoesNotChooseItsAddress() {
        assertThat(addressOf(List.of("127.0.0.1"), "198.51.100.66", "192.0.2.7"))
                .isEqualTo("192.0.2.7");
        assertThat(addressOf(List.of("127.0.0.1", "10.0.0.0/8"), "198.51.100.66", "192.0.2.7, 10.1.2.3"))
                .isEqualTo("192.0.2.7");
        assertThat(addressOf(List.of("127.0.0.1", "10.0.0.0/8"), "192.0.2.7", "10.1.2.3"))
                .isEqualTo("192.0.2.7");
        assertThat(addressOf(List.of("127.0.0.1"), "192.0.2.7", "nonsense")).isEqualTo("127.0.0.1");
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
        "192.0.2.7:51234,192.0.2.7",
        "[2001:db8::7]:51234,2001:db8::7",
        "[2001:db8::7],2001:db8::7",
        "'198.51.100.66,, 192.0.2.7',192.0.2.7",
        "'192.0.2.7,',127.0.0.1",
        "'192.0.2.7, unknown',127.0.0.1",
        "'192.0.2.7, 1.2.3.4:5:6',127.0.0.1",
        "'192.0.2.7, [1.2.3.4',127.0.0.1",
        "'192.0.2.7, 010.1.2.3',127.0.0.1",
        "'192.0.2.7, ::ffff:10.1.2.3',192.0.2.7",
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
