package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Uuids;
import dev.roster.http.dialect.JsonText;
import dev.roster.http.web.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A running Argilla 2.x server, read over its API. */
final class ArgillaClient implements ForeignPlatform {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(2);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,1000}");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public List<Person> people(Address address) {
        return items(
                address,
                "/api/v1/users",
                item -> ForeignPlatformPersonBuilder.builder()
                        .id(text(item, "id"))
                        .username(text(item, "username"))
                        .firstName(text(item, "first_name"))
                        .lastName(item.path("last_name").textValue())
                        .role(text(item, "role"))
                        .build());
    }

    @Override
    public List<Team> teams(Address address) {
        return items(address, "/api/v1/me/workspaces", item -> new Team(text(item, "id"), text(item, "name")));
    }

    @Override
    public List<String> members(Address address, Team team) {
        if (!Uuids.isUuid(team.id())) {
            return List.of();
        }
        return items(address, "/api/v1/workspaces/" + team.id() + "/users", item -> text(item, "id"));
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asText("");
    }

    private <T> List<T> items(Address address, String path, Function<JsonNode, T> item) {
        URI uri = uri(address.url(), path);
        JsonNode items = json(uri, send(uri, address)).path("items");
        if (!items.isArray()) {
            throw notArgilla(uri, "no list of items");
        }
        return StreamSupport.stream(items.spliterator(), false).map(item).toList();
    }

    private static URI uri(String url, String path) {
        try {
            URI uri = URI.create(url.strip().replaceFirst("/+$", "") + path);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw malformed(url);
        }
        throw malformed(url);
    }

    private static RefusedException malformed(String url) {
        return RefusedException.invalid(
                "url", "invalid address " + UserText.quote(url) + ", expected one as `https://argilla.example.org`");
    }

    private HttpResponse<byte[]> send(URI uri, Address address) {
        String key = address.key().reveal();
        if (!KEY.matcher(key).matches()) {
            throw RefusedException.invalid("api_key", "the key holds something that no key of Argilla's does");
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWERING)
                .header("X-Argilla-Api-Key", key)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw RefusedException.invalid("url", "cannot reach " + at(uri) + ": " + reason(unreachable));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw RefusedException.busy("stopped while waiting for " + at(uri));
        }
    }

    private static String reason(IOException failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? "no answer" : message.lines().findFirst().orElse("no answer");
    }

    private static JsonNode json(URI uri, HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> parsed(uri, response.body());
            case 401 -> throw RefusedException.unauthenticated(at(uri) + " does not know the key");
            case 403 -> throw RefusedException.forbidden("the key is not an owner's at " + at(uri));
            default -> throw notArgilla(uri, "status " + response.statusCode());
        };
    }

    private static JsonNode parsed(URI uri, byte[] body) {
        try {
            return JsonText.read(body);
        } catch (ProblemException malformed) {
            throw notArgilla(uri, "something that is not JSON");
        }
    }

    private static RefusedException notArgilla(URI uri, String answer) {
        return RefusedException.invalid(
                "url", at(uri) + " answered with " + answer + ", expected an Argilla 2.x server");
    }

    private static String at(URI uri) {
        return UserText.quote(uri.toString());
    }
}
