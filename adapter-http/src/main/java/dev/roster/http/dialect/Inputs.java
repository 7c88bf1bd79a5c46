package dev.roster.http.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roster.application.Change;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.Fault.Kind;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.QueryParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a request, read field by field. Faults are collected and reported together, before a use case is called.
 * Fields that are not read do not matter, unless the body is read strictly.
 */
public final class Inputs {
    private static final String BODY = "body";
    private static final String QUERY = "query";
    private static final String PATH = "path";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final Call call;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private @Nullable ObjectNode object;
    private @Nullable Form form;
    private boolean strict;

    private Inputs(Call call) {
        this.call = call;
    }

    /** The inputs of a request whose body does not matter. */
    public static Inputs of(Call call) {
        return new Inputs(call);
    }

    /** The inputs of a request that needs an object in its body. */
    public static Inputs withBody(Call call) {
        return new Inputs(call).taking(RequestBody.of(call.context()));
    }

    /** The same, as strict as the native API: JSON only, no duplicates, and no unknown fields. */
    public static Inputs withStrictBody(Call call) {
        Inputs inputs = new Inputs(call).taking(call.json());
        inputs.strict = true;
        return inputs;
    }

    /** The inputs of a request that is a form. Any other body is a form without fields. */
    public static Inputs withForm(Call call) {
        Inputs inputs = new Inputs(call);
        inputs.form = Form.read(call.context());
        return inputs;
    }

    /** The inputs of a request whose body is either. */
    public static Inputs withBodyOrForm(Call call) {
        return Form.isForm(call.context()) ? withForm(call) : withBody(call);
    }

    /** The same, where a request without a body is an object without fields. */
    public static Inputs withAnyBody(Call call) {
        if (Form.isForm(call.context())) {
            return withForm(call);
        }
        JsonNode body = RequestBody.of(call.context());
        return new Inputs(call).taking(body.isMissingNode() ? JsonNodeFactory.instance.objectNode() : body);
    }

    private Inputs taking(JsonNode body) {
        if (!(body instanceof ObjectNode fields)) {
            faults.add(Fault.of(body.isMissingNode() ? Kind.MISSING : Kind.NOT_AN_OBJECT, BODY));
            return this;
        }
        object = fields;
        if (!JsonText.isUnicode(fields)) {
            faults.add(Fault.of(Kind.NOT_UNICODE, BODY));
        }
        return this;
    }

    /** @throws ProblemException with everything that is wrong */
    public void check() {
        if (strict && object != null) {
            object.fieldNames().forEachRemaining(this::mustBeAsked);
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }

    private void mustBeAsked(String name) {
        if (!asked.contains(name)) {
            refuse(Kind.UNKNOWN, "", name);
        }
    }

    /** An id in the path. */
    public <T> Field<T> path(String name, Function<UUID, T> make) {
        return id(call.context().pathParam(name), uuids(make), PATH, name);
    }

    /** The same as a dialect writes it. */
    public <T> Field<T> path(String name, TypedIds<T> ids) {
        return id(call.context().pathParam(name), ids::read, PATH, name);
    }

    private static <T> Function<String, Optional<T>> uuids(Function<UUID, T> make) {
        return text -> Uuids.isUuid(text) ? Optional.of(make.apply(Uuids.parse("id", text))) : Optional.empty();
    }

    /** An id in the query, which may be absent. */
    public <T> Field<T> query(String name, Function<UUID, T> make) {
        String text = query(name, QueryParameters::textOrEmpty);
        return text == null ? Field.none() : id(text, uuids(make), QUERY, name);
    }

    /** A text in the query, which may be absent but not empty; then null. */
    public @Nullable String queryText(String name) {
        return query(name, QueryParameters::text);
    }

    /** The same with a limit to its length. */
    public @Nullable String queryText(String name, int most) {
        String text = queryText(name);
        if (text != null && text.codePointCount(0, text.length()) > most) {
            faults.add(new Fault(Kind.TOO_LONG, List.of(QUERY, name), Integer.toString(most)));
        }
        return text;
    }

    /** Words of the query out of a few; none where it is absent. */
    public <T> Set<T> queryWords(String name, Words<T> words) {
        Set<T> given = new LinkedHashSet<>();
        for (String word : call.query().texts(name)) {
            T known = word(word, words, QUERY, name).orNull();
            if (known != null) {
                given.add(known);
            }
        }
        return given;
    }

    /** An id in the query as a dialect writes it, which may be absent. */
    public <T> Field<T> query(String name, TypedIds<T> ids) {
        String text = query(name, QueryParameters::textOrEmpty);
        return text == null ? Field.none() : id(text, ids::read, QUERY, name);
    }

    /** A word of the query out of a few, which may be absent; then null. */
    public <T> @Nullable T queryWord(String name, Words<T> words) {
        String word = query(name, QueryParameters::textOrEmpty);
        return word == null ? null : word(word, words, QUERY, name).orNull();
    }

    /** A whole number in the query, which may be absent. */
    public Field<Integer> queryNumber(String name, int least, int most) {
        String text = query(name, QueryParameters::textOrEmpty);
        return text == null
                ? Field.none()
                : made(text, number -> WholeNumbers.parse(name, number, least, most), QUERY, name);
    }

    private @Nullable String query(String name, BiFunction<QueryParameters, String, @Nullable String> read) {
        try {
            return read.apply(call.query(), name);
        } catch (RefusedException refusal) {
            faults.add(new Fault(Kind.REFUSED, List.of(QUERY, name), refusal.reason()));
            return null;
        }
    }

    /** An id in the body. */
    public <T> Field<T> id(String name, Function<UUID, T> make) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name);
            return Field.none();
        }
        return id(name, value, make);
    }

    /** An id in the body, which may be absent or null. */
    public <T> Field<T> optionalId(String name, Function<UUID, T> make) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : id(name, value, make);
    }

    private <T> Field<T> id(String name, JsonNode value, Function<UUID, T> make) {
        if (!value.isTextual()) {
            faults.add(Fault.of(Kind.NOT_AN_ID, BODY, name));
            return Field.none();
        }
        return id(value.textValue(), uuids(make), BODY, name);
    }

    /** An id in the body as a dialect writes it. */
    public <T> Field<T> id(String name, TypedIds<T> ids) {
        return id(value(name), ids, name);
    }

    /** The same somewhere within the body. */
    public <T> Field<T> id(@Nullable JsonNode value, TypedIds<T> ids, Object... place) {
        if (value == null || value.isMissingNode()) {
            refuse(Kind.MISSING, "", place);
            return Field.none();
        }
        Field<T> id = value.isTextual() ? Field.of(ids.read(value.textValue()).orElse(null)) : Field.none();
        if (id.orNull() == null) {
            refuse(value.isTextual() ? Kind.MALFORMED_ID : Kind.NOT_AN_ID, "", place);
        }
        return id;
    }

    /** An id in the body as a dialect writes it, which may be a number, absent or null. */
    public <T> Field<T> optionalId(String name, TypedIds<T> ids) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : id(value.asText(), ids::read, BODY, name);
    }

    private <T> Field<T> id(String text, Function<String, Optional<T>> read, Object... path) {
        Field<T> id = Field.of(read.apply(text).orElse(null));
        if (id.orNull() == null) {
            faults.add(Fault.of(Kind.MALFORMED_ID, path));
        }
        return id;
    }

    /** A text in the body. */
    public <T> Field<T> text(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name);
            return Field.none();
        }
        return text(name, value, rule, make);
    }

    /** A text in the body; an empty one is missing too. */
    public <T> Field<T> filledText(String name, Function<String, T> make) {
        JsonNode value = value(name);
        if (value != null && value.isTextual() && value.textValue().isEmpty()) {
            missing(name);
            return Field.none();
        }
        return text(name, TextRule.FILLED, make);
    }

    /** A text in the body, which may be absent or null. */
    public <T> Field<T> optionalText(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : text(name, value, rule, make);
    }

    /** A text of a partial update, which cannot be set to nothing. */
    public <T> Field<Change<T>> changedText(String name, TextRule rule, Function<String, T> make) {
        JsonNode value = value(name);
        if (value != null && value.isNull()) {
            refuse(Kind.NULL, "", name);
            return Field.of(Change.none());
        }
        return value == null ? Field.of(Change.none()) : change(text(name, value, rule, make));
    }

    /** A text of a partial update, which null sets to nothing. */
    public <T> Field<Change<T>> nullableText(String name, TextRule rule, Function<String, T> make) {
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
            faults.add(wrong.get());
            return Field.none();
        }
        return made(rule.prepare(value.textValue()), make, BODY, name);
    }

    /** The domain's own "no" to a value is a fault as any other. */
    private <T> Field<T> made(String text, Function<String, T> make, Object... path) {
        try {
            return Field.of(make.apply(text));
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.INVALID) {
                throw refusal;
            }
            faults.add(new Fault(Kind.REFUSED, List.of(path), refusal.reason()));
            return Field.none();
        }
    }

    /** A word in the body out of a few. */
    public <T> Field<T> word(String name, Words<T> words) {
        JsonNode value = value(name);
        if (value == null) {
            missing(name);
            return Field.none();
        }
        return word(value.asText(), words, BODY, name);
    }

    /** A whole number in the body, which may be absent or null. */
    public Field<Integer> optionalNumber(String name, int least, int most) {
        JsonNode value = scalar(name);
        if (value == null || value.isNull()) {
            return Field.none();
        }
        if (!value.isIntegralNumber()) {
            refuse(Kind.NOT_A_NUMBER, "", name);
        } else if (!value.canConvertToInt() || value.intValue() < least) {
            refuse(Kind.TOO_SMALL, Integer.toString(least), name);
        } else if (value.intValue() > most) {
            refuse(Kind.TOO_LARGE, Integer.toString(most), name);
        }
        return Field.of(value.intValue());
    }

    /** A word in the body out of a few, which may be absent or null. */
    public <T> Field<T> optionalWord(String name, Words<T> words) {
        JsonNode value = value(name);
        return value == null || value.isNull() ? Field.none() : word(value.asText(), words, BODY, name);
    }

    /** A word of a partial update, which cannot be set to nothing. */
    public <T> Field<Change<T>> changedWord(String name, Words<T> words) {
        refuseNull(name);
        return Field.of(Change.ifGiven(optionalWord(name, words).orNull()));
    }

    private <T> Field<T> word(String word, Words<T> words, Object... path) {
        Field<T> known = Field.of(words.read(word).orElse(null));
        if (known.orNull() == null) {
            faults.add(new Fault(Kind.UNKNOWN_WORD, List.of(path), words.expected()));
        }
        return known;
    }

    /** True or false in the body, as it was sent; absent and null are null. */
    public @Nullable JsonNode optionalFlag(String name) {
        JsonNode value = scalar(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            refuse(Kind.NOT_A_FLAG, "", name);
        }
        return value;
    }

    /** An object in the body, as it was sent, or null; absent is null too. */
    public @Nullable JsonNode optionalObject(String name) {
        JsonNode value = value(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            refuse(Kind.NOT_AN_OBJECT, "", name);
        }
        return value;
    }

    /** Notes null for a field of a partial update that cannot be set to nothing. */
    public void refuseNull(String name) {
        JsonNode value = value(name);
        if (value != null && value.isNull()) {
            refuse(Kind.NULL, "", name);
        }
    }

    /** Texts in the body; absent and null are none. */
    public List<String> optionalTexts(String name) {
        JsonNode value = value(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            refuse(Kind.NOT_A_LIST, "", name);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            TextRule.ANY.check(item, BODY, name, texts.size()).ifPresent(faults::add);
            texts.add(item.asText());
        }
        return texts;
    }

    /** The value as it was sent, or null where the field is absent. */
    public @Nullable JsonNode value(String name) {
        asked.add(name);
        if (form != null) {
            String text = form.text(name);
            return text == null ? null : TextNode.valueOf(text);
        }
        return object == null ? null : object.get(name);
    }

    /** A form has texts only; what reads as a number or a flag in one is taken for that where one is expected. */
    private @Nullable JsonNode scalar(String name) {
        JsonNode value = value(name);
        if (form == null || value == null) {
            return value;
        }
        return switch (value.textValue()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> NUMBER.matcher(value.textValue()).matches() ? IntNode.valueOf(value.asInt()) : value;
        };
    }

    /** The whole body. */
    public ObjectNode all() {
        if (object == null) {
            throw new IllegalStateException("a body is used that was never checked");
        }
        return object;
    }

    /** Notes that a field of the body is wrong. */
    public void refuse(Kind kind, String detail, Object... place) {
        List<Object> path = new ArrayList<>(List.of(BODY));
        path.addAll(List.of(place));
        faults.add(new Fault(kind, path, detail));
    }

    private void missing(String name) {
        if (object != null || form != null) {
            refuse(Kind.MISSING, "", name);
        }
    }
}
