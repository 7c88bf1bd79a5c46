package dev.roster.http.labelstudio;

import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps cookies and sends forms as browsers do. It follows no redirect by itself. */
final class Browser {
    static final String PASSWORD = "correct-horse";

    private final TestServer server;
    private final String mount;
    private final Map<String, String> cookies = new TreeMap<>();

    /** @param mount what stands before the paths, or nothing for the root */
    Browser(TestServer server, String mount) {
        this.server = server;
        this.mount = mount;
    }

    static Browser at(LabelStudioServer server) {
        return new Browser(server.server(), "/label-studio");
    }

    /** Empty where it holds none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** What it tells the server that it holds. */
    Browser holding(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    TestServer.Ask ask(String method, String path) {
        TestServer.Ask ask = server.ask(method, mount + path);
        return cookies.isEmpty()
                ? ask
                : ask.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    Answer get(String path) {
        return sent(ask("GET", path));
    }

    /** Sends a form of its own page: with the token that is in the cookie, and the origin. */
    Answer submit(String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrfmiddlewaretoken", cookie("csrftoken"));
        return sent(form(path, all).header("Origin", origin()));
    }

    /** A form with nothing but those fields. */
    TestServer.Ask form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    Answer sent(TestServer.Ask ask) {
        Answer answer = ask.send();
        answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    String origin() {
        return server.uri("").toString();
    }

    /** Loads the page, then logs in by it. */
    Answer logIn(String path, String login, String password) {
        get(path);
        return submit(path, Map.of("email", login, "password", password));
    }

    Answer logIn(String login) {
        return logIn("/user/login", login, PASSWORD);
    }

    static String setCookie(Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((older, newer) -> newer)
                .orElse("");
    }
}
