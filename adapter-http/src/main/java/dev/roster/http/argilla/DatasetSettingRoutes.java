package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.JsonText;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fields and questions of datasets, kept as they were sent, and the lists that are always empty here. */
final class DatasetSettingRoutes implements RouteGroup {
    private static final Shape<Map<String, Object>> OBJECT = Shape.ofObject();
    private static final Shape<JsonNode> NODE = Shape.of(JsonNode.class);
    private static final TextRule NAME = new TextRule(1, 200, true);
    private static final TextRule TITLE = new TextRule(1, 500, false);

    private final PutAnnexes putAnnexes;
    private final ListAnnexes listAnnexes;

    @Inject
    DatasetSettingRoutes(PutAnnexes putAnnexes, ListAnnexes listAnnexes) {
        this.putAnnexes = putAnnexes;
        this.listAnnexes = listAnnexes;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/datasets/{dataset_id}/fields", call -> list(call, DatasetPart.FIELD));
        routes.post("/api/v1/datasets/{dataset_id}/fields", call -> create(call, DatasetPart.FIELD));
        routes.get("/api/v1/datasets/{dataset_id}/questions", call -> list(call, DatasetPart.QUESTION));
        routes.post("/api/v1/datasets/{dataset_id}/questions", call -> create(call, DatasetPart.QUESTION));
        routes.get("/api/v1/datasets/{dataset_id}/vectors-settings", this::listNone);
        routes.get("/api/v1/me/datasets/{dataset_id}/metadata-properties", this::listNone);
    }

    private void list(Call call, DatasetPart part) {
        List<ObjectNode> items = kept(call, part.kind()).stream()
                .map(annex -> shown(annex, part))
                .toList();
        call.answer(OBJECT, Map.of("items", items));
    }

    private void listNone(Call call) {
        kept(call, DatasetSettings.KIND);
        call.answer(OBJECT, Map.of("items", List.of()));
    }

    private List<Annex> kept(Call call, String kind) {
        DatasetId id = DatasetRoutes.id(call);
        return DatasetRoutes.existing(id, () -> listAnnexes.handle(call.caller(), AnnexOwner.of(id), kind));
    }

    private void create(Call call, DatasetPart part) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<DatasetId> dataset = inputs.path("dataset_id", DatasetId::new);
        Field<String> name = inputs.text("name", NAME, text -> text);
        inputs.text("title", TITLE, text -> text);
        inputs.optionalFlag("required");
        checkSettings(inputs, part);
        inputs.check();
        String json = JsonText.write(inputs.all());
        Annex added = Translated.on(
                Kind.CONFLICT,
                () -> DatasetRoutes.existing(
                        dataset.get(),
                        () -> putAnnexes.add(caller, AnnexOwner.of(dataset.get()), part.kind(), name.get(), json)),
                refusal -> "key".equals(refusal.field()) ? exists(part, name.get(), dataset.get()) : refusal);
        call.answer(201, NODE, shown(added, part));
    }

    private static void checkSettings(Inputs inputs, DatasetPart part) {
        JsonNode settings = inputs.optionalObject("settings");
        if (settings == null) {
            inputs.refuse(Fault.Kind.MISSING, "", "settings");
        } else if (!part.types().contains(settings.path("type").asText())) {
            inputs.refuse(
                    Fault.Kind.UNKNOWN_TYPE,
                    part.types().stream().sorted().toList().toString(),
                    "settings");
        }
    }

    private static Refusal exists(DatasetPart part, String name, DatasetId dataset) {
        return Refusal.text(
                409, part.entity() + " with name `" + name + "` already exists for dataset with id `" + dataset + "`");
    }

    /** As it was sent, with what a server adds. */
    private static ObjectNode shown(Annex annex, DatasetPart part) {
        ObjectNode shown = (ObjectNode) JsonText.read(annex.json());
        JsonNode required = shown.path("required");
        String at = Times.format(annex.at());
        return shown.put("id", id(annex, part).toString())
                .put("name", annex.key())
                .put("required", required.asBoolean(false))
                .put("dataset_id", annex.owner().id().toString())
                .put("inserted_at", at)
                .put("updated_at", at);
    }

    /** The same at each look, without being kept. */
    private static UUID id(Annex annex, DatasetPart part) {
        String name = annex.owner().id() + "/" + part.kind() + "/" + annex.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
