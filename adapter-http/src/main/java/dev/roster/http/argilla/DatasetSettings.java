package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roster.domain.annex.Annex;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.JsonText;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.web.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a dataset of Argilla's has besides its name. Each setting is kept on its own, so that updates do not undo another. */
final class DatasetSettings {
    static final String KIND = "argilla:setting";
    static final String GUIDELINES = "guidelines";
    static final String EXTRA_METADATA = "allow_extra_metadata";
    static final String DISTRIBUTION = "distribution";
    static final String METADATA = "metadata";
    static final String STATUS = "status";
    static final String DRAFT = "draft";
    static final String READY = "ready";

    private static final Map<String, JsonNode> AT_FIRST = Map.of(
            GUIDELINES, NullNode.getInstance(),
            EXTRA_METADATA, BooleanNode.TRUE,
            DISTRIBUTION,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("strategy", "overlap")
                            .put("min_submitted", 1),
            METADATA, NullNode.getInstance(),
            STATUS, TextNode.valueOf(DRAFT));

    private final Map<String, JsonNode> values;

    private DatasetSettings(Map<String, JsonNode> values) {
        this.values = values;
    }

    static DatasetSettings of(List<Annex> kept) {
        Map<String, JsonNode> values = new HashMap<>(AT_FIRST);
        kept.forEach(annex -> values.put(annex.key(), JsonText.read(annex.json())));
        return new DatasetSettings(values);
    }

    JsonNode get(String name) {
        JsonNode value = values.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    /** What a request says about settings: their JSON by name. What it does not mention is left out. */
    static Map<String, String> read(Inputs inputs) {
        Map<String, String> sent = new HashMap<>();
        inputs.optionalText(GUIDELINES, TextRule.FILLED, text -> text);
        inputs.optionalObject(METADATA);
        checkDistribution(inputs, inputs.optionalObject(DISTRIBUTION));
        inputs.refuseNull(EXTRA_METADATA);
        put(sent, GUIDELINES, inputs.value(GUIDELINES));
        put(sent, METADATA, inputs.value(METADATA));
        put(sent, DISTRIBUTION, inputs.optionalObject(DISTRIBUTION));
        put(sent, EXTRA_METADATA, inputs.optionalFlag(EXTRA_METADATA));
        return sent;
    }

    private static void put(Map<String, String> sent, String name, @Nullable JsonNode value) {
        if (value != null) {
            sent.put(name, JsonText.write(value));
        }
    }

    private static void checkDistribution(Inputs inputs, @Nullable JsonNode distribution) {
        if (distribution == null) {
            return;
        }
        if (!"overlap".equals(distribution.path("strategy").asText("overlap"))) {
            inputs.refuse(Fault.Kind.UNKNOWN_WORD, "'overlap'", DISTRIBUTION, "strategy");
        }
        JsonNode least = distribution.path("min_submitted");
        if (!least.isIntegralNumber() || (least.canConvertToInt() && least.intValue() < 1)) {
            inputs.refuse(Fault.Kind.TOO_SMALL, "1", DISTRIBUTION, "min_submitted");
        } else if (!least.canConvertToInt()) {
            inputs.refuse(Fault.Kind.TOO_LARGE, Integer.toString(Integer.MAX_VALUE), DISTRIBUTION, "min_submitted");
        }
    }
}
