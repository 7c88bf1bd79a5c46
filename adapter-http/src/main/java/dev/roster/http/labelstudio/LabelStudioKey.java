package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.dialect.ForeignServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of somebody at another server: a legacy token, sent as it is, or a personal access token, which is exchanged for one
 * that lives a few minutes, as often as need be (contract §1.1).
 */
final class LabelStudioKey {
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final ForeignServer server;
    private final Address address;
    private @Nullable String access;

    LabelStudioKey(ForeignServer server, Address address) {
        this.server = server;
        this.address = address;
    }

    Address address() {
        return address;
    }

    JsonNode get(String path) {
        String key = server.key(address);
        if (!JWT.matcher(key).matches()) {
            return server.get(address, path, Map.of("Authorization", "Token " + key));
        }
        String known = access;
        if (known == null) {
            return get(path, exchanged(key));
        }
        try {
            return get(path, known);
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.UNAUTHENTICATED) {
                throw refusal;
            }
            return get(path, exchanged(key));
        }
    }

    private JsonNode get(String path, String token) {
        return server.get(address, path, Map.of("Authorization", "Bearer " + token));
    }

    private String exchanged(String key) {
        String path = "/api/token/refresh/";
        JsonNode answer = server.post(
                address, path, Map.of(), JsonNodeFactory.instance.objectNode().put("refresh", key));
        String fresh = answer.path("access").asText("");
        if (fresh.isEmpty()) {
            throw server.senseless(address, path, "no access token");
        }
        access = server.key(new Address(address.url(), new SecretText(fresh)));
        return access;
    }
}
