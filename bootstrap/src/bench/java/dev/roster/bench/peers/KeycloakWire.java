package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.peers.People.Person;
import java.util.List;
import java.util.stream.IntStream;

/** Keycloak's HTTP APIs for logging in and for administration, of one realm. */
record KeycloakWire(String accessToken, People people) implements Wire {
    static final String REALM = "bench";

    private static final String LOG_IN = "/realms/" + REALM + "/protocol/openid-connect/token";
    private static final String ME = "/realms/" + REALM + "/protocol/openid-connect/userinfo";
    private static final String USERS = "/admin/realms/" + REALM + "/users";
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Override
    public Script script(Call call, KeepAliveClient client) {
        return switch (call) {
            case WHO_AM_I -> Wire.always(KeepAliveClient.get(ME, accessToken), 200);
            case SHORT_LIST -> Wire.always(page(0, Call.FEW), 200);
            case LONG_LIST ->
                Wire.pages(IntStream.range(0, Call.MANY / NativeWire.PAGE)
                        .mapToObj(number -> page(number * NativeWire.PAGE, NativeWire.PAGE))
                        .toList());
            case CREATE -> asked -> List.of(asked.send(create(), 201));
            case LOG_IN -> Wire.always(logIn(), 200);
        };
    }

    private byte[] page(int first, int most) {
        return KeepAliveClient.get(USERS + "?briefRepresentation=true&first=" + first + "&max=" + most, accessToken);
    }

    static byte[] logIn() {
        return KeepAliveClient.post(
                LOG_IN,
                FORM,
                "grant_type=password&scope=openid&client_id=" + REALM + "&username=" + People.OWNER + "&password="
                        + People.PASSWORD.replace(' ', '+'));
    }

    private byte[] create() {
        return KeepAliveClient.post(
                USERS, JSON + "\r\nAuthorization: Bearer " + accessToken, representation(people.next()));
    }

    static String representation(Person person) {
        return """
                {"username":"%s","email":"%s","firstName":"%s","lastName":"%s","enabled":true}""".formatted(person.username(), person.email(), person.firstName(), person.lastName());
    }

    @Override
    public String beforeUsername() {
        return "\"username\":\"";
    }
}
