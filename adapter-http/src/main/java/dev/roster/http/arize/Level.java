package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Fault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles that the wire has names for at one level; all others are assigned by their id. What one is shown as is taken
 * back as the same role.
 */
enum Level {
    ACCOUNT(List.of(
            new Named("ADMIN", PredefinedRole.OWNER),
            new Named("MEMBER", PredefinedRole.MEMBER),
            new Named("ANNOTATOR", PredefinedRole.ANNOTATOR))),
    PLACE(List.of(
            new Named("ADMIN", PredefinedRole.MANAGER),
            new Named("MEMBER", PredefinedRole.MEMBER),
            new Named("READ_ONLY", PredefinedRole.VIEWER),
            new Named("ANNOTATOR", PredefinedRole.ANNOTATOR)));

    private static final Words<Boolean> TYPES =
            Words.loosely(List.of(false, true), custom -> custom ? "CUSTOM" : "PREDEFINED");

    private static final Set<String> PREDEFINED_KEYS = Set.of("type", "name");
    private static final Set<String> CUSTOM_KEYS = Set.of("type", "id", "name");

    /** A role under the name that the wire has for it. */
    record Named(String word, PredefinedRole role) {}

    // List.of is immutable, and words never change; Error Prone knows that only of its own.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Named> all;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Words<Named> words;

    Level(List<Named> all) {
        this.all = all;
        this.words = Words.loosely(all, Named::word);
    }

    /** The role that a name means at this level, however it is spelled. */
    Optional<PredefinedRole> predefined(String word) {
        return words.read(word.strip().replace(' ', '_')).map(Named::role);
    }

    /** The assignment of a role, with the keys of its variant and no other. */
    Map<String, Object> show(RoleRef role, Spelling spelling) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Optional<Named> named =
                all.stream().filter(one -> one.role().id().equals(role.id())).findFirst();
        if (named.isPresent()) {
            shown.put("type", spelling.of("PREDEFINED"));
            shown.put("name", spelling.ofRole(named.get().word()));
        } else {
            shown.put("type", spelling.of("CUSTOM"));
            shown.put("id", ArizeIds.ROLE.write(role.id()));
            shown.put("name", role.name().value());
        }
        return shown;
    }

    /** The id of the role that an assignment in the body names. */
    Field<RoleId> read(Inputs inputs, String field) {
        JsonNode value = inputs.value(field);
        if (value == null || value.isNull()) {
            inputs.refuse(value == null ? Fault.Kind.MISSING : Fault.Kind.NULL, "", field);
            return Field.none();
        }
        return read(inputs, value, field);
    }

    /** The same of a value that is known to be there. */
    Field<RoleId> read(Inputs inputs, JsonNode value, Object... path) {
        if (!value.isObject()) {
            inputs.refuse(Fault.Kind.NOT_AN_OBJECT, "", path);
            return Field.none();
        }
        Optional<Boolean> custom = TYPES.read(value.path("type").asText());
        if (custom.isEmpty()) {
            inputs.refuse(Fault.Kind.UNKNOWN_TYPE, TYPES.expected(), path);
            return Field.none();
        }
        Set<String> keys = custom.get() ? CUSTOM_KEYS : PREDEFINED_KEYS;
        value.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                inputs.refuse(Fault.Kind.UNKNOWN, "", within(path, name));
            }
        });
        return custom.get() ? byId(inputs, value, path) : byName(inputs, value, path);
    }

    private static Field<RoleId> byId(Inputs inputs, JsonNode value, Object... path) {
        Optional<RoleId> id = ArizeIds.ROLE.read(value.path("id").asText());
        if (id.isEmpty()) {
            inputs.refuse(value.has("id") ? Fault.Kind.MALFORMED_ID : Fault.Kind.MISSING, "", within(path, "id"));
        }
        return Field.of(id.orElse(null));
    }

    private Field<RoleId> byName(Inputs inputs, JsonNode value, Object... path) {
        Optional<Named> named = words.read(value.path("name").asText());
        if (named.isEmpty()) {
            inputs.refuse(
                    value.has("name") ? Fault.Kind.UNKNOWN_WORD : Fault.Kind.MISSING,
                    words.expected(),
                    within(path, "name"));
        }
        return Field.of(named.map(one -> one.role().id()).orElse(null));
    }

    /** The role that a bare name in an object means, as older releases send it; none where it is left out. */
    Field<RoleId> readWord(Inputs inputs, @Nullable JsonNode object, Object... path) {
        JsonNode value = object == null ? null : object.get(path[path.length - 1].toString());
        if (value == null || value.isNull()) {
            return Field.none();
        }
        Optional<Named> named = words.read(value.asText());
        if (named.isEmpty()) {
            inputs.refuse(Fault.Kind.UNKNOWN_WORD, words.expected(), path);
        }
        return Field.of(named.map(one -> one.role().id()).orElse(null));
    }

    /** The path of what lies within something. */
    static Object[] within(Object[] path, Object step) {
        Object[] longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = step;
        return longer;
    }
}
