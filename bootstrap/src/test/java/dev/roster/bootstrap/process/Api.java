package dev.roster.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the native API, or of a dialect, with one credential. */
public record Api(URI url, String token, boolean asArgilla, String least) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public Api(URI url, String token) {
        this(url, token, false, "");
    }

    /**
     * A status and a body.
     *
     * @param freshness what a change gave along, else nothing
     */
    public record Answer(int status, JsonNode body, String freshness) {
        public String text(String field) {
            return body.path(field).asText();
        }
    }

    public Api as(String other) {
        return new Api(url, other);
    }

    /** The same credential as Argilla's clients send it. */
    Api atArgilla() {
        return new Api(url, token, true, "");
    }

    /** The same credential for answers that are at least as fresh. */
    public Api atLeast(String mark) {
        return new Api(url, token, asArgilla, mark);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    public Answer patch(String path, String json) throws IOException, InterruptedException {
        return send("PATCH", path, json);
    }

    public Answer put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, json);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    private Answer send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!least.isEmpty()) {
            request.header("Roster-Fresh-As", least);
        }
        if (!token.isEmpty()) {
            request.header(asArgilla ? "X-Argilla-Api-Key" : "Authorization", (asArgilla ? "" : "Bearer ") + token);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                JSON.readTree(answer.body()),
                answer.headers().firstValue("Roster-Freshness").orElse(""));
    }

    /** A user, with the token of that user. */
    public Api makeUser(String username, String role) throws IOException, InterruptedException {
        Answer made = post("/v1/users", "{\"username\":\"%s\",\"role\":\"%s\"}".formatted(username, role));
        if (made.status() != 201) {
            throw new AssertionError(made);
        }
        return as(made.text("user_token"));
    }

    @Override
    public String toString() {
        return "Api[" + url + "]";
    }
}
