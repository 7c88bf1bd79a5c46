package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.application.Change;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Uuids;
import dev.roster.http.web.Call;
import dev.roster.http.web.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything a request says, read field by field; what is wrong is collected and told at once, before anything is asked
 * of the core. Fields that nobody asks for do not matter.
 */
final class Inputs {
    private static final String BODY = "body";
    private static final String QUERY = "query";

    private final Call call;
    private final List<SchemaError> errors = new ArrayList<>();
    private final List<String> forbiddenNulls = new ArrayList<>();
    private @Nullable ObjectNode fields;

    private Inputs(Call call) {
        this.call = call;
    }

    /** The inputs of a request whose body does not matter. */
    static Inputs of(Call call) {
        return new Inputs(call);
    }

    /** The inputs of a request that needs an object in its body. */
    static Inputs withBody(Call call) {
        Inputs inputs = new Inputs(call);
        JsonNode body = RequestBody.of(call.context());
        if (body instanceof ObjectNode object) {
            inputs.fields = object;
            inputs.mustBeUnicode(object);
        } else {
            inputs.errors.add(body.isMissingNode() ? SchemaError.missing(BODY) : SchemaError.notAnObject());
        }
        return inputs;
    }

    private void mustBeUnicode(ObjectNode body) {
        if (!JsonText.isUnicode(body)) {
            errors.add(new SchemaError(
                    "string_unicode",
                    List.of(BODY),
                    "Input should be a valid string, unable to parse raw data as a unicode string"));
        }
    }

    /** @throws Refusal 422 with everything that is wrong */
    void check() {
        if (!forbiddenNulls.isEmpty()) {
            errors.add(SchemaError.value(
                    "The following keys must have non-null values: " + String.join(", ", forbiddenNulls), BODY));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    /** An id in the path. */
    <T> Field<T> path(String name, Function<UUID, T> make) {
        return uuid(call.context().pathParam(name), make, "path", name);
    }

    /** An id in the query, which may be absent. */
    <T> Field<T> query(String name, Function<UUID, T> make) {
        String text = query(name, QueryParameters::textOrEmpty);
        return text == null ? Field.none() : uuid(text, make, QUERY, name);
    }

    /** A text in the query, which may be absent but not empty; then null. */
    @Nullable
    String queryText(String name) {
        return query(name, QueryParameters::text);
    }

    /** A word of the query out of a few, which may be absent; then null. */
    @Nullable
    String queryWord(String name, List<String> words) {
        String word = query(name, QueryParameters::textOrEmpty);
        if (word != null && !words.contains(word)) {
            String expected = words.stream().map(known -> "'" + known + "'").collect(Collectors.joining(" or "));
            errors.add(new SchemaError("enum", List.of(QUERY, name), "Input should be " + expected));
            return null;
        }
        return word;
    }

    private @Nullable String query(String name, BiFunction<QueryParameters, String, @Nullable String> read) {
        try {
            return read.apply(call.query(), name);
        } catch (RefusedException refusal) {
            errors.add(SchemaError.value(refusal.reason(), QUERY, name));
            return null;
        }
    }

    /** An id in the body. */
    <T> Field<T> id(String name, Function<UUID, T> make) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name);
            return Field.none();
        }
        return id(name, value, make);
    }

    /** An id in the body, which may be absent or null. */
    <T> Field<T> optionalId(String name, Function<UUID, T> make) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : id(name, value, make);
    }

    private <T> Field<T> id(String name, JsonNode value, Function<UUID, T> make) {
        if (!value.isTextual()) {
            errors.add(new SchemaError(
                    "uuid_type", List.of(BODY, name), "UUID input should be a string, bytes or UUID object"));
            return Field.none();
        }
        return uuid(value.textValue(), make, BODY, name);
    }

    private <T> Field<T> uuid(String text, Function<UUID, T> make, Object... loc) {
        if (!Uuids.isUuid(text)) {
            errors.add(new SchemaError(
                    "uuid_parsing",
                    List.of(loc),
                    "Input should be a valid UUID, expected 32 hexadecimal digits, with hyphens or without"));
            return Field.none();
        }
        return Field.of(make.apply(Uuids.parse("id", text)));
    }

    /** A text in the body. */
    <T> Field<T> text(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name);
            return Field.none();
        }
        return text(name, value, rule, make);
    }

    /** A text in the body, which may be absent or null. */
    <T> Field<T> optionalText(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : text(name, value, rule, make);
    }

    /** A text of a partial update, which cannot be set to nothing. */
    <T> Field<Change<T>> changedText(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        if (value != null && value.isNull()) {
            forbiddenNulls.add(name);
            return Field.of(Change.none());
        }
        return value == null ? Field.of(Change.none()) : change(text(name, value, rule, make));
    }

    /** A text of a partial update, which null sets to nothing. */
    <T> Field<Change<T>> nullableText(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        if (value == null) {
            return Field.of(Change.none());
        }
        return value.isNull() ? Field.of(Change.toNothing()) : change(text(name, value, rule, make));
    }

    private static <T> Field<Change<T>> change(Field<T> field) {
        return Field.of(Change.toNullable(field.orNull()));
    }

    private <T> Field<T> text(String name, JsonNode value, TextRule rule, Function<String, T> make) {
        var wrong = rule.check(value, BODY, name);
        if (wrong.isPresent()) {
            errors.add(wrong.get());
            return Field.none();
        }
        return made(rule.prepare(value.textValue()), make, BODY, name);
    }

    /** The domain's own "no" to a value, as the original words those of its validators. */
    private <T> Field<T> made(String text, Function<String, T> make, Object... loc) {
        try {
            return Field.of(make.apply(text));
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.INVALID) {
                throw refusal;
            }
            errors.add(SchemaError.value(refusal.reason(), loc));
            return Field.none();
        }
    }

    /** A role in the body; absent and null are the least one. */
    Field<ArgillaRole> role(String name) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.of(ArgillaRole.ANNOTATOR) : role(name, value);
    }

    /** A role of a partial update. */
    Field<Change<ArgillaRole>> changedRole(String name) {
        JsonNode value = value(name);
        if (value != null && value.isNull()) {
            forbiddenNulls.add(name);
        }
        return value == null || value.isNull() ? Field.of(Change.none()) : change(role(name, value));
    }

    private Field<ArgillaRole> role(String name, JsonNode value) {
        return ArgillaRole.of(value.asText()).map(Field::of).orElseGet(() -> {
            refuse("enum", "Input should be " + ArgillaRole.EXPECTED, name);
            return Field.none();
        });
    }

    /** True or false in the body, as it was sent; absent and null are null. */
    @Nullable
    JsonNode optionalFlag(String name) {
        JsonNode value = value(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            refuse("bool_type", "Input should be a valid boolean", name);
        }
        return value;
    }

    /** An object in the body, as it was sent, or null; absent is null too. */
    @Nullable
    JsonNode optionalObject(String name) {
        JsonNode value = value(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            refuse("dict_type", "Input should be a valid dictionary", name);
        }
        return value;
    }

    /** Notes null for a field of a partial update that cannot be set to nothing. */
    void refuseNull(String name) {
        JsonNode value = value(name);
        if (value != null && value.isNull()) {
            forbiddenNulls.add(name);
        }
    }

    /** Texts in the body; absent and null are none. */
    List<String> optionalTexts(String name) {
        JsonNode value = value(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            refuse("list_type", "Input should be a valid list", name);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            TextRule.ANY.check(item, BODY, name, texts.size()).ifPresent(errors::add);
            texts.add(item.asText());
        }
        return texts;
    }

    /** The value as it was sent, or null where the field is absent. */
    @Nullable
    JsonNode value(String name) {
        return fields == null ? null : fields.get(name);
    }

    /** The whole body. */
    ObjectNode all() {
        if (fields == null) {
            throw new IllegalStateException("a body is used that was never checked");
        }
        return fields;
    }

    /** Notes that a field of the body is wrong. */
    void refuse(String type, String message, Object... place) {
        List<Object> loc = new ArrayList<>(List.of(BODY));
        loc.addAll(List.of(place));
        errors.add(new SchemaError(type, loc, message));
    }

    private void missing(String name) {
        if (fields != null) {
            errors.add(SchemaError.missing(BODY, name));
        }
    }
}
