package dev.roster.http.console;

import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody in front of a browser: keeps cookies and sends forms as browsers do. Follows no redirect by itself. */
final class Visitor {
    static final String PASSWORD = "correct-horse";

    private final TestServer server;
    private final Map<String, String> cookies = new TreeMap<>();

    Visitor(TestServer server) {
        this.server = server;
    }

    /** Empty where the browser holds none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    Visitor holding(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    TestServer.Ask ask(String method, String path) {
        TestServer.Ask ask = server.ask(method, path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
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

    /** Sends a form of a page of this site: with its token, and the origin. */
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

    Visitor logIn(String login) {
        Answer in = logIn("/user/login/", login, PASSWORD);
        if (in.status() != 302) {
            throw new IllegalStateException(login + " is not let in: " + in.status() + " " + in.text());
        }
        return this;
    }

    /** The last cookie of that name that an answer sets, whole; empty for none. */
    static String setCookie(Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((older, newer) -> newer)
                .orElse("");
    }
}
