package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.http.KeepAliveClient.Answer;
import dev.roster.bench.peers.People.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Roster's own HTTP API. */
record NativeWire(String token, People people) implements Wire {
    static final int PAGE = 1_000;

    private static final String JSON = "Content-Type: application/json";
    private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

    @Override
    public Script script(Call call, KeepAliveClient client) throws IOException {
        return switch (call) {
            case WHO_AM_I -> Wire.always(KeepAliveClient.get("/v1/me", token), 200);
            case SHORT_LIST -> Wire.always(KeepAliveClient.get("/v1/users?limit=" + Call.FEW, token), 200);
            case LONG_LIST -> Wire.pages(pages(client));
            case CREATE -> asked -> List.of(asked.send(create(), 201));
            case LOG_IN ->
                Wire.always(
                        KeepAliveClient.post(
                                "/v1/sessions",
                                "{\"login\":\"" + People.OWNER + "\",\"password\":\"" + People.PASSWORD + "\"}"),
                        201);
        };
    }

    /** Follows the cursors once; they stay good. */
    private List<byte[]> pages(KeepAliveClient client) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        String cursor = "";
        while (pages.size() < Call.MANY / PAGE) {
            byte[] page = KeepAliveClient.get("/v1/users?limit=" + PAGE + cursor, token);
            pages.add(page);
            Answer answer = client.send(page, 200);
            Matcher next = NEXT.matcher(answer.body());
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        }
        return pages;
    }

    private byte[] create() {
        Person person = people.next();
        return KeepAliveClient.post("/v1/users", JSON + "\r\nAuthorization: Bearer " + token, """
                {"username":"%s","email":"%s","first_name":"%s","last_name":"%s"}""".formatted(
                        person.username(), person.email(), person.firstName(), person.lastName()));
    }

    @Override
    public String beforeUsername() {
        return "\"username\":\"";
    }
}
