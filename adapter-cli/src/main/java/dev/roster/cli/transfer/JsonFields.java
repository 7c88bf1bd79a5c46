package dev.roster.cli.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each of which has to be asked for: what nobody reads is refused rather than dropped. */
final class JsonFields {
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    JsonFields(JsonNode object) {
        this.object = object;
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw RefusedException.invalid(name, name + " must be a text");
        }
        return value.textValue();
    }

    <T> T read(String name, Function<String, T> reading) {
        return reading.apply(text(name));
    }

    <T> @Nullable T readOptional(String name, Function<String, T> reading) {
        return isGiven(name) ? read(name, reading) : null;
    }

    boolean truth(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw RefusedException.invalid(name, name + " must be true or false");
        }
        return value.booleanValue();
    }

    long number(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw RefusedException.invalid(name, name + " must be a whole number");
        }
        return value.longValue();
    }

    Instant time(String name) {
        return Moments.parse(name, text(name)).truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable
    Instant optionalTime(String name) {
        return isGiven(name) ? time(name) : null;
    }

    PermissionSet permissions(String name) {
        JsonNode list = required(name);
        if (!list.isArray()) {
            throw RefusedException.invalid(name, name + " must be a list of texts");
        }
        List<Permission> permissions = new ArrayList<>();
        for (JsonNode key : list) {
            if (!key.isTextual()) {
                throw RefusedException.invalid(name, name + " must be a list of texts");
            }
            permissions.add(Permission.parse(key.textValue()));
        }
        return PermissionSet.of(permissions);
    }

    RoleRef role() {
        JsonNode role = required("role");
        if (!role.isObject()) {
            throw RefusedException.invalid("role", "role must be an object with id and name");
        }
        JsonFields inside = new JsonFields(role);
        RoleRef found = new RoleRef(inside.read("id", RoleId::parse), inside.read("name", RoleName::new));
        inside.end();
        return found;
    }

    @Nullable
    RoleRef optionalRole() {
        return isGiven("role") ? role() : null;
    }

    /** Files from before predefined roles could hold such permissions say nothing of it. */
    RegisteredReach reach() {
        if (!isGiven("reach")) {
            return RegisteredReach.NONE;
        }
        JsonNode reach = required("reach");
        if (!reach.isObject()) {
            throw RefusedException.invalid("reach", "reach must be an object");
        }
        JsonFields inside = new JsonFields(reach);
        Map<String, String> words = new LinkedHashMap<>();
        reach.fieldNames().forEachRemaining(role -> words.put(role, inside.text(role)));
        return RegisteredReach.parse(words);
    }

    private boolean isGiven(String name) {
        return !object.path(name).isMissingNode();
    }

    private JsonNode required(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw RefusedException.invalid(name, "missing " + name);
        }
        return value;
    }

    /** To be called in the end. */
    void end() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!read.contains(name)) {
                throw RefusedException.invalid(name, "unknown field " + UserText.quote(name));
            }
        }
    }
}
