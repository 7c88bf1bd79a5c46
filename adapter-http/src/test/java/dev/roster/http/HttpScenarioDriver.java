package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Credentials;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Outcome;
import dev.roster.application.scenario.ScenarioDriver;
import dev.roster.application.scenario.Step;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The native API as a door for scenarios. The local operator, and what only they may, go past it by another driver. */
public final class HttpScenarioDriver implements ScenarioDriver {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "urn:roster:problem:";

    private final URI server;
    private final Ports ports;
    private final Names names;
    private final ScenarioDriver past;
    private final ScenarioRequests requests;
    private final Map<String, String> sessions = new HashMap<>();
    private int sent;

    /**
     * Opens the door of a running server.
     *
     * @param server where it is, without a path
     * @param ports of the store that it works on
     * @param past for steps that no request can take
     */
    public HttpScenarioDriver(URI server, Ports ports, ScenarioDriver past) {
        this.server = server;
        this.ports = ports;
        this.names = new Names(ports);
        this.past = past;
        this.requests = new ScenarioRequests(ports, names);
    }

    @Override
    public Outcome perform(Step step) {
        // Asked before the request, so that the id of what goes away is known afterwards.
        ScenarioRequest request = requests.of(step.act(), step.words());
        if (step.isByOperator() || request == null) {
            return past.perform(step);
        }
        HttpResponse<String> response = send(request, step.act().isOpen() ? null : credential(step));
        JsonNode answer = read(response.body());
        if (response.statusCode() >= 300) {
            return refusal(response.statusCode(), answer);
        }
        if (step.act() == Act.LOG_IN) {
            sessions.put(answer.at("/user/username").asText(), answer.at("/key").asText());
        }
        return Outcome.ok(request.shown().apply(answer));
    }

    /** How many steps went over the wire. */
    public int sent() {
        return sent;
    }

    private @Nullable String credential(Step step) {
        if (step.actor().equals(Step.NOBODY)) {
            return null;
        }
        return step.inSession() ? sessions.getOrDefault(step.actor(), "never-opened") : tokenOf(step.actor());
    }

    /** The token the user has now, or had in the beginning. */
    private String tokenOf(String username) {
        UserId user = names.user(username);
        return ports.userTokens()
                .sealedOf(user)
                .flatMap(text -> ports.tokenVault().open(user, text))
                .map(UserToken::reveal)
                .orElse(Credentials.tokenOf(username));
    }

    private HttpResponse<String> send(ScenarioRequest request, @Nullable String credential) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(request.path()));
        if (credential != null) {
            builder.header("Authorization", "Bearer " + credential);
        }
        try {
            sent++;
            return CLIENT.send(
                    builder.method(request.method(), body(builder, request)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BodyPublisher body(HttpRequest.Builder builder, ScenarioRequest request) throws IOException {
        if (request.body() == null) {
            return BodyPublishers.noBody();
        }
        builder.header("Content-Type", "application/json");
        return BodyPublishers.ofString(JSON.writeValueAsString(request.body()));
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(body, broken);
        }
    }

    private static Outcome refusal(int status, JsonNode problem) {
        String type = problem.path("type").asText();
        if (status >= 500 || !type.startsWith(PROBLEM)) {
            throw new AssertionError("no refusal: " + status + " " + problem);
        }
        Outcome.Kind kind = Outcome.Kind.valueOf(
                type.substring(PROBLEM.length()).toUpperCase(Locale.ROOT).replace('-', '_'));
        List<String> blockers =
                problem.path("blockers").valueStream().map(JsonNode::asText).toList();
        return new Outcome(kind, about(kind, problem), blockers);
    }

    private static @Nullable String about(Outcome.Kind kind, JsonNode problem) {
        String pointer = switch (kind) {
            case FORBIDDEN -> "/missing";
            case NOT_FOUND -> "/thing";
            case INVALID, CONFLICT -> "/errors/0/field";
            case OK, UNAUTHENTICATED, REFUSED -> "/none";
        };
        return Optional.of(problem.at(pointer))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse(null);
    }
}
