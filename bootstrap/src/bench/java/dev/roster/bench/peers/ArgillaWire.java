package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.peers.People.Person;
import java.util.List;

/** Argilla's HTTP API, of its own server and of Roster. */
record ArgillaWire(String mount, String key, People people) implements Wire {
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Override
    public Script script(Call call, KeepAliveClient client) {
        String header = "X-Argilla-Api-Key: " + key;
        return switch (call) {
            case WHO_AM_I -> Wire.always(KeepAliveClient.getWith(mount + "/api/v1/me", header), 200);
            // It has no pages: a short list is that of a small installation.
            case SHORT_LIST, LONG_LIST -> Wire.always(KeepAliveClient.getWith(mount + "/api/v1/users", header), 200);
            case CREATE -> asked -> List.of(asked.send(create(header), 201));
            case LOG_IN ->
                Wire.always(
                        KeepAliveClient.post(
                                mount + "/api/v1/token",
                                FORM,
                                "username=" + People.OWNER + "&password=" + People.PASSWORD.replace(' ', '+')),
                        201);
        };
    }

    private byte[] create(String header) {
        Person person = people.next();
        return KeepAliveClient.post(mount + "/api/v1/users", JSON + "\r\n" + header, """
                {"username":"%s","first_name":"%s","last_name":"%s","password":"%s"}""".formatted(
                        person.username(), person.firstName(), person.lastName(), People.PASSWORD));
    }

    @Override
    public String beforeUsername() {
        return "\"username\":\"";
    }
}
