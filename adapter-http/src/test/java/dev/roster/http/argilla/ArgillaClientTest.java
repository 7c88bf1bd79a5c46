package dev.roster.http.argilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.ForeignPlatform.Team;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.SecretText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads Roster's own dialect as if it were a server of Argilla's. */
class ArgillaClientTest {
    private final ArgillaClient client = new ArgillaClient();
    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private Address address(String name) {
        return at(argilla.server().uri("/argilla/").toString(), name + "-key");
    }

    private static Address at(String url, String key) {
        return new Address(url, new SecretText(key));
    }

    @Test
    void readsEverybodyInOrder() {
        assertThat(client.people(address("olga")))
                .containsExactly(person("olga", "owner"), person("adam", "admin"), person("anna", "annotator"));
    }

    private Person person(String username, String role) {
        return ForeignPlatformPersonBuilder.builder()
                .id(argilla.idOf(username))
                .username(username)
                .firstName(username)
                .role(role)
                .build();
    }

    @Test
    void readsWorkspacesAndTheirMembers() {
        Team legal = new Team(argilla.idOf("legal"), "legal");

        assertThat(client.teams(address("olga"))).containsExactly(legal);
        assertThat(client.members(address("olga"), legal)).containsExactly(argilla.idOf("adam"), argilla.idOf("anna"));
    }

    @Test
    void readsLongLists() {
        IntStream.range(0, 450).forEach(number -> argilla.given().user("user" + number));

        assertThat(client.people(address("olga"))).hasSize(453);
    }

    @Test
    void anUnknownKeyIsToldWithoutIt() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(address("nobody")))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessageContaining("does not accept the key")
                .withMessageNotContaining("nobody-key");
    }

    @Test
    void theKeyMustBeAnOwners() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(address("adam")))
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .withMessageContaining("not an owner's");
    }

    @Test
    void somethingElseAtTheAddressIsTold() {
        String elsewhere = argilla.server().uri("/nowhere").toString();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(at(elsewhere, "olga-key")))
                .returns("url", RefusedException::field)
                .withMessageContaining("status 404");
    }

    @Test
    void nobodyAtTheAddressIsTold() {
        String gone = argilla.server().uri("").toString();
        argilla.close();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(at(gone, "olga-key")))
                .returns("url", RefusedException::field)
                .withMessageStartingWith("cannot reach");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "argilla.example.org",
                "ftp://example.org",
                "http://",
                "http://a b",
                "http://u:p@example.org",
                "http://example.org?a=b"
            })
    void aMalformedAddressIsRefused(String url) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(at(url, "olga-key")))
                .returns(Kind.INVALID, RefusedException::kind)
                .withMessageContaining("invalid address");
    }

    @Test
    void aKeyThatNoHeaderTakesIsRefusedWithoutTellingIt() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.people(at("http://127.0.0.1:1", "olga\nkey")))
                .returns("api_key", RefusedException::field)
                .withMessageNotContaining("olga");
    }

    @Test
    void aTeamWhoseIdIsNoneIsNotAskedFor() {
        assertThat(client.members(address("olga"), new Team("../users", "odd"))).isEqualTo(List.of());
    }
}
