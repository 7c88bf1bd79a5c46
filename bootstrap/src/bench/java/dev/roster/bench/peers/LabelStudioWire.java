package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.peers.People.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The HTTP API of Label Studio, and its page to log in at, of its own server and of Roster.
 *
 * @param login what the owner logs in with
 */
record LabelStudioWire(String mount, String token, String login, People people) implements Wire {
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    /** Any that cookie and form agree on will do. */
    private static final String CSRF = "abcdefghijklmnopqrstuvwxyz012345";

    @Override
    public Script script(Call call, KeepAliveClient client) {
        String header = "Authorization: Token " + token;
        return switch (call) {
            case WHO_AM_I -> Wire.always(KeepAliveClient.getWith(mount + "/api/current-user/whoami", header), 200);
            // It has no pages: a short list is that of a small installation.
            case SHORT_LIST, LONG_LIST -> Wire.always(KeepAliveClient.getWith(mount + "/api/users/", header), 200);
            case CREATE -> asked -> List.of(asked.send(create(header), 201));
            case LOG_IN ->
                Wire.always(
                        KeepAliveClient.post(mount + "/user/login/", FORM + "\r\nCookie: csrftoken=" + CSRF, form()),
                        302);
        };
    }

    private String form() {
        return "csrfmiddlewaretoken=" + CSRF + "&email=" + URLEncoder.encode(login, StandardCharsets.UTF_8)
                + "&password=" + People.PASSWORD.replace(' ', '+');
    }

    private byte[] create(String header) {
        Person person = people.next();
        return KeepAliveClient.post(mount + "/api/users/", JSON + "\r\n" + header, """
                {"username":"%s","email":"%s","first_name":"%s","last_name":"%s"}""".formatted(
                        person.username(), person.email(), person.firstName(), person.lastName()));
    }

    /** The username of this API is a display name. */
    @Override
    public String beforeUsername() {
        return "\"email\":\"";
    }
}
