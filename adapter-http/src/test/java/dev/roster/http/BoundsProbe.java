package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roster.http.TestServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tries one operation with values around its bounds, as an owner, and notes where document and server differ. */
final class BoundsProbe {
    /**
     * Why a value may be refused that is inside: it names something that is not there, or does not go with the rest of the
     * request. No schema can say that.
     */
    private static final Pattern ABOUT_OTHER_THINGS = Pattern.compile(
            "(?s)unknown (role|permission) .*|invalid cursor, .*|the creator must be .*"
                    + "|.* is one of Roster's own permissions.*|.* is not among the role's permissions.*|the (current )?password is wrong"
                    + "|this is not the password that you signed up with|the instance has no id; .*|`id` is missing; .*");

    private static final AtomicInteger OWNERS = new AtomicInteger();

    private final TestServer server;
    private final Samples samples = new Samples(Map.of());
    private final Edges edges = new Edges(samples, 5_000);
    /** What stands in a query must fit into a line of the header. */
    private final Edges ofQueries = new Edges(samples, 500);

    private final List<String> wrong = new ArrayList<>();
    private final String name;
    private final JsonNode operation;

    /** @param name the method and the path template */
    BoundsProbe(TestServer server, String name, JsonNode operation) {
        this.server = server;
        this.name = name;
        this.operation = operation;
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void tryTheLeast() {
        boolean isOfBytes = operation.has("requestBody") && bodySchema().isMissingNode();
        if (!isOfBytes) {
            about();
            JsonNode body = samples.body(operation);
            mustPass("", body, send(body));
        }
    }

    void tryTheBody() {
        if (!bodySchema().isMissingNode()) {
            visitObject(bodySchema(), "", body -> body);
        }
    }

    private JsonNode bodySchema() {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? MissingNode.getInstance() : Samples.resolve(schema);
    }

    /** @param whole puts the object at that place into a whole body */
    private void visitObject(JsonNode schema, String place, Function<JsonNode, JsonNode> whole) {
        schema.path("properties").properties().forEach(property -> {
            String field = property.getKey();
            visitValue(
                    field,
                    property.getValue(),
                    inside(place, field),
                    value -> whole.apply(edges.object(schema, field, value)));
        });
        visitShape(schema, place, whole);
    }

    private static String inside(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    /** What belongs to an object as a whole: no field but those, and none missing. */
    private void visitShape(JsonNode schema, String place, Function<JsonNode, JsonNode> whole) {
        ObjectNode more = samples.value(place, schema).deepCopy();
        more.put("nonsense", 1);
        mustBeRefused(inside(place, "nonsense"), more, afresh(whole, more));
        schema.path("required").forEach(required -> {
            ObjectNode less = samples.value(place, schema).deepCopy();
            less.remove(required.asText());
            mustBeRefused(inside(place, required.asText()), less, afresh(whole, less));
        });
    }

    private void visitValue(String field, JsonNode schema, String place, Function<JsonNode, JsonNode> whole) {
        about();
        edges.inside(field, schema).forEach(value -> mustPass(place, value, afresh(whole, value)));
        edges.outside(field, schema).forEach(value -> mustBeRefused(place, value, afresh(whole, value)));
        JsonNode bare = Samples.withoutNull(schema);
        switch (Samples.type(schema)) {
            case "object" -> visitObject(bare, place, whole);
            case "array" -> {
                UnaryOperator<JsonNode> asList =
                        item -> JsonNodeFactory.instance.arrayNode().add(item);
                JsonNode items = bare.path("items");
                visitValue(field, items, place + "[0]", item -> whole.apply(asList.apply(item)));
            }
            default -> {}
        }
    }

    private Answer afresh(Function<JsonNode, JsonNode> whole, JsonNode value) {
        about();
        return send(whole.apply(value));
    }

    void tryTheQuery() {
        Samples.parameters(operation, "query").forEach((parameter, described) -> {
            JsonNode schema = described.path("schema");
            JsonNode one = Samples.type(schema).equals("array") ? schema.path("items") : schema;
            ofQueries
                    .inside(parameter, one)
                    .forEach(value -> mustPass(parameter, value, ask(parameter, value.asText())));
            outsideOfQuery(parameter, one)
                    .forEach(value -> mustBeRefused(parameter, TextNode.valueOf(value), ask(parameter, value)));
            if (described.path("required").asBoolean()) {
                about();
                Map<String, String> without = new LinkedHashMap<>(samples.query(operation));
                without.remove(parameter);
                mustBeRefused(parameter, TextNode.valueOf("nothing"), send(without, samples.body(operation)));
            }
        });
    }

    /** Everything in a query is text, so what is of another type is text that cannot be read. */
    private List<String> outsideOfQuery(String parameter, JsonNode schema) {
        List<String> values = new ArrayList<>(List.of(""));
        List<JsonNode> outside = ofQueries.outside(parameter, schema);
        switch (Samples.type(schema)) {
            case "integer" -> {
                values.addAll(List.of("x", "1.0", "1e1", "0x1", " 1", "+1", "01", "\u0663", "99999999999999999999"));
                outside.stream().filter(JsonNode::isIntegralNumber).forEach(value -> values.add(value.asText()));
            }
            case "boolean" -> values.addAll(List.of("x", "1", "TRUE", "yes"));
            default -> outside.stream().filter(JsonNode::isTextual).forEach(value -> values.add(value.asText()));
        }
        return values;
    }

    private Answer ask(String parameter, String value) {
        about();
        Map<String, String> query = new LinkedHashMap<>(samples.query(operation));
        query.put(parameter, value);
        return send(query, samples.body(operation));
    }

    void tryThePath() {
        Samples.parameters(operation, "path").forEach((part, described) -> {
            if (!described.at("/schema/format").asText().equals("uuid")) {
                wrong.add(name + " {" + part + "} is of a form that nothing here tries");
            }
            for (String value : List.of("x", "1-1-1-1-1", "None", "019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b0")) {
                about();
                String path = samples.path(template().replace("{" + part + "}", value));
                mustBeRefused(
                        part, TextNode.valueOf(value), send(path, samples.query(operation), samples.body(operation)));
            }
        });
    }

    private String template() {
        return name.substring(name.indexOf(' ') + 1);
    }

    /** What follows is about things that no request has touched yet. */
    private void about() {
        samples.about(name, new Scene(server));
    }

    private Answer send(JsonNode body) {
        return send(samples.query(operation), body);
    }

    private Answer send(Map<String, String> query, JsonNode body) {
        return send(samples.path(template()), query, body);
    }

    private Answer send(String path, Map<String, String> query, JsonNode body) {
        List<String> pairs = new ArrayList<>();
        query.forEach(
                (parameter, value) -> pairs.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String whole = pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
        TestServer.Ask ask =
                server.ask(name.substring(0, name.indexOf(' ')), whole).as(owner());
        return body.isMissingNode() ? ask.send() : ask.json(body.toString()).send();
    }

    /** The token of an owner who did nothing yet: some requests end the token that they come with. */
    private String owner() {
        String username = "owner-" + OWNERS.incrementAndGet();
        server.given().owner(username).token(username + "-token").password("correct horse");
        return username + "-token";
    }

    private void mustPass(String field, JsonNode value, Answer answer) {
        boolean isRefused = answer.status() == 400
                && isAbout(field, answer.at("/errors/0/field"))
                && !ABOUT_OTHER_THINGS.matcher(answer.at("/detail")).matches();
        if (isRefused) {
            wrong.add(name + " " + field + " is documented but refused: " + shown(value) + " " + answer.text());
        }
    }

    /** Whether a refusal that names {@code named} is about the field, what it is in or what is in it. */
    private static boolean isAbout(String field, String named) {
        return field.startsWith(named) || named.startsWith(field);
    }

    private void mustBeRefused(String field, JsonNode value, Answer answer) {
        if (answer.status() != 400 || !answer.at("/errors/0/field").equals(field)) {
            wrong.add(name + " " + field + " is not documented and not refused by name: " + shown(value) + " "
                    + answer.status() + " " + answer.text());
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "… (" + text.length() + ")" : text;
    }
}
