package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.NOBODY;
import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
    private static final String DATASETS = V1 + "/datasets";
    private static final String FIELD =
            "{'name':'text','title':'Text','required':true," + "'settings':{'type':'text','use_markdown':false}}";

    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
        argilla.user("eva", PredefinedRole.ADMIN).in("other");
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private Answer create(String caller, String name, String workspace) {
        return argilla.post(
                caller, DATASETS, "{'name':'" + name + "','workspace_id':'" + argilla.idOf(workspace) + "'}");
    }

    private String made(String name, String workspace) {
        return DATASETS + "/" + create("olga", name, workspace).at("/id");
    }

    private List<String> names(String caller, String query) {
        return argilla.get(caller, V1 + "/me/datasets" + query)
                .json()
                .at("/items")
                .findValuesAsText("name");
    }

    @Test
    void aNewDatasetIsADraft() {
        Answer answer = create("adam", "contracts", "legal");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"" + answer.at("/id") + "\",\"name\":\"contracts\",\"guidelines\":null,"
                        + "\"allow_extra_metadata\":true,\"status\":\"draft\","
                        + "\"distribution\":{\"strategy\":\"overlap\",\"min_submitted\":1},\"metadata\":null,"
                        + "\"workspace_id\":\"" + argilla.idOf("legal") + "\","
                        + "\"last_activity_at\":\"2026-03-02T09:00:00.123456\","
                        + "\"inserted_at\":\"2026-03-02T09:00:00.123456\","
                        + "\"updated_at\":\"2026-03-02T09:00:00.123456\"}");
        assertThat(argilla.get("adam", DATASETS + "/" + answer.at("/id")).text())
                .isEqualTo(answer.text());
        assertThat(argilla.get("adam", V1 + "/me/datasets").text()).isEqualTo("{\"items\":[" + answer.text() + "]}");
    }

    @Tag("edge-34")
    @Test
    void aRemovedAdminLosesTheDatasetsAtOnce() {
        String contracts = made("contracts", "legal");
        assertThat(names("adam", "")).containsExactly("contracts");

        argilla.delete("olga", V1 + "/workspaces/" + argilla.idOf("legal") + "/users/" + argilla.idOf("adam"));

        assertThat(argilla.get("adam", contracts).status()).isEqualTo(403);
        assertThat(names("adam", "")).isEmpty();
    }

    @Tag("edge-35")
    @Test
    void filteringByAWorkspaceNeedsToBeInIt() {
        made("contracts", "legal");

        assertThat(names("anna", "?workspace_id=" + argilla.idOf("legal"))).containsExactly("contracts");
        assertThat(argilla.get("eva", V1 + "/me/datasets?workspace_id=" + argilla.idOf("legal"))
                        .status())
                .isEqualTo(403);
        assertThat(argilla.get("eva", V1 + "/me/datasets?workspace_id=" + NOBODY)
                        .status())
                .isEqualTo(403);
        assertThat(names("olga", "?workspace_id=" + NOBODY)).isEmpty();
        assertThat(argilla.get("olga", V1 + "/me/datasets?workspace_id=x").status())
                .isEqualTo(422);
    }

    @Test
    void datasetsAreFilteredByNameAndStatus() {
        String contracts = made("contracts", "legal");
        made("contracts-2", "legal");
        argilla.post("olga", contracts + "/fields", FIELD);
        argilla.ask("olga", "PUT", contracts + "/publish").send();

        assertThat(names("olga", "?name=contracts")).containsExactly("contracts");
        assertThat(names("olga", "?status=draft")).containsExactly("contracts-2");
        assertThat(names("olga", "?status=ready")).containsExactly("contracts");
        assertThat(argilla.get("olga", V1 + "/me/datasets?status=done").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "workspace_id=,workspace_id",
        "workspace_id,workspace_id",
        "name=,name",
        "status=,status",
        "name=a&name=b,name",
        "status=draft&status=ready,status"
    })
    void anEmptyOrRepeatedFilterIsRefusedInsteadOfListingEverything(String query, String parameter) {
        made("contracts", "legal");

        Answer answer = argilla.get("olga", V1 + "/me/datasets?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/loc/0")).isEqualTo("query");
        assertThat(answer.at("/detail/params/errors/0/loc/1")).isEqualTo(parameter);
    }

    @Tag("edge-36")
    @Test
    void anAdminMakesDatasetsInItsWorkspacesOnly() {
        assertThat(create("adam", "contracts", "legal").status()).isEqualTo(201);
        assertThat(create("adam", "contracts", "other").status()).isEqualTo(403);
        assertThat(create("anna", "letters", "legal").status()).isEqualTo(403);
    }

    @Tag("edge-37")
    @Test
    void aNameIsUniqueInItsWorkspace() {
        create("olga", "contracts", "legal");

        Answer again = create("olga", "contracts", "legal");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail"))
                .isEqualTo("Dataset with name `contracts` already exists for workspace with id `"
                        + argilla.idOf("legal") + "`");
        assertThat(create("olga", "contracts", "other").status()).isEqualTo(201);
    }

    @Tag("edge-38")
    @Test
    void anUnknownWorkspaceIsInvalidForAnOwnerAndForbiddenForOthers() {
        String json = "{'name':'contracts','workspace_id':'" + NOBODY + "'}";

        Answer owner = argilla.post("olga", DATASETS, json);

        assertThat(owner.status()).isEqualTo(422);
        assertThat(owner.text()).isEqualTo("{\"detail\":\"Workspace with id `" + NOBODY + "` not found\"}");
        assertThat(argilla.post("adam", DATASETS, json).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/fields", "/questions", "/vectors-settings"})
    void everythingOfADatasetIsLookedUpFirst(String part) {
        String contracts = made("contracts", "legal");

        assertThat(argilla.get("eva", DATASETS + "/" + NOBODY + part).text())
                .isEqualTo("{\"detail\":\"Dataset with id `" + NOBODY + "` not found\"}");
        assertThat(argilla.get("eva", contracts + part).status()).isEqualTo(403);
        assertThat(argilla.get("anna", contracts + part).status()).isEqualTo(200);
        assertThat(argilla.get("anna", DATASETS + "/x" + part).status()).isEqualTo(422);
    }

    @Test
    void metadataPropertiesAreAnEmptyList() {
        String contracts = made("contracts", "legal").replace("/v1/", "/v1/me/");

        assertThat(argilla.get("anna", contracts + "/metadata-properties").text())
                .isEqualTo("{\"items\":[]}");
        assertThat(argilla.get("eva", contracts + "/metadata-properties").status())
                .isEqualTo(403);
    }

    @Test
    void settingsAreKeptAsTheyWereSent() {
        String contracts = made("contracts", "legal");

        Answer answer = argilla.patch(
                "adam",
                contracts,
                "{'id':'" + NOBODY + "','name':'contracts','guidelines':'Read it.','allow_extra_metadata':false,"
                        + "'distribution':{'strategy':'overlap','min_submitted':3},'metadata':{'a':0.10,'b':[1e2]}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/guidelines")).isEqualTo("Read it.");
        assertThat(answer.at("/allow_extra_metadata")).isEqualTo("false");
        assertThat(answer.at("/distribution/min_submitted")).isEqualTo("3");
        assertThat(answer.text()).contains("\"a\":0.10");
        assertThat(argilla.get("anna", contracts).text()).isEqualTo(answer.text());
        assertThat(argilla.patch("adam", contracts, "{'guidelines':null}")
                        .json()
                        .get("guidelines")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'allow_extra_metadata':null}",
                "{'allow_extra_metadata':'yes'}",
                "{'guidelines':''}",
                "{'guidelines':5}",
                "{'metadata':[]}",
                "{'distribution':{'strategy':'overlap','min_submitted':0}}",
                "{'distribution':{'strategy':'other','min_submitted':1}}",
                "{'distribution':5}",
                "{'name':null}",
                "{'name':''}"
            })
    void settingsThatAClientWouldRefuseAreInvalid(String json) {
        String contracts = made("contracts", "legal");

        assertThat(argilla.patch("olga", contracts, json).status()).isEqualTo(422);
    }

    @Test
    void aDatasetIsRenamed() {
        String contracts = made("contracts", "legal");
        made("letters", "legal");

        assertThat(argilla.patch("adam", contracts, "{'name':'deeds'}").at("/name"))
                .isEqualTo("deeds");
        assertThat(argilla.patch("adam", contracts, "{'name':'letters'}").status())
                .isEqualTo(409);
        assertThat(argilla.patch("anna", contracts, "{}").status()).isEqualTo(403);
        assertThat(argilla.patch("anna", contracts, "{'guidelines':'x'}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields", "questions"})
    void partsAreEchoedWithWhatAServerAdds(String part) {
        String contracts = made("contracts", "legal");

        Answer answer = argilla.post("adam", contracts + "/" + part, FIELD.replace("}}", "},'client_visible':0.5}"));

        JsonNode json = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(json.at("/settings/use_markdown").asBoolean(true)).isFalse();
        assertThat(json.at("/client_visible").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(contracts).endsWith(json.at("/dataset_id").asText());
        assertThat(json.at("/inserted_at").asText()).isEqualTo("2026-03-02T09:00:00.123456");
        assertThat(argilla.get("anna", contracts + "/" + part).text()).isEqualTo("{\"items\":[" + answer.text() + "]}");
        assertThat(argilla.post("adam", contracts + "/" + part, FIELD).status()).isEqualTo(409);
        assertThat(argilla.post("anna", contracts + "/" + part, FIELD).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'Text','settings':{'type':'text'}}",
                "{'name':'text','settings':{'type':'text'}}",
                "{'name':'text','title':'Text'}",
                "{'name':'text','title':'Text','settings':{'type':'unheard-of'}}",
                "{'name':'text','title':'Text','settings':5}",
                "{'name':'text','title':'Text','required':5,'settings':{'type':'text'}}"
            })
    void partsThatAClientWouldRefuseAreInvalid(String json) {
        String contracts = made("contracts", "legal");

        assertThat(argilla.post("olga", contracts + "/fields", json).status()).isEqualTo(422);
    }

    @Test
    void aDatasetIsPublishedOnceItHasFields() {
        String contracts = made("contracts", "legal");

        Answer tooEarly = argilla.ask("adam", "PUT", contracts + "/publish").send();
        argilla.post("adam", contracts + "/fields", FIELD);
        Answer published = argilla.ask("adam", "PUT", contracts + "/publish").send();

        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.text()).isEqualTo("{\"detail\":\"Dataset cannot be published without fields\"}");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.at("/status")).isEqualTo("ready");
        assertThat(argilla.ask("anna", "PUT", contracts + "/publish").send().status())
                .isEqualTo(403);
        assertThat(argilla.ask("anna", "PUT", DATASETS + "/" + NOBODY + "/publish")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDatasetIsDeletedByThoseWhoMay() {
        String contracts = made("contracts", "legal");

        assertThat(argilla.delete("anna", contracts).status()).isEqualTo(403);
        assertThat(argilla.delete("anna", DATASETS + "/" + NOBODY).status()).isEqualTo(404);
        Answer deleted = argilla.delete("adam", contracts);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.at("/name")).isEqualTo("contracts");
        assertThat(argilla.get("olga", contracts).status()).isEqualTo(404);
    }

    /** Deviation: in the original every member sees every dataset. */
    @Test
    void aDatasetForAssignedPeopleIsHiddenFromOthers() {
        var secret = argilla.given().assignedDataset("secret", argilla.given().workspace("legal"));

        assertThat(names("anna", "")).isEmpty();
        assertThat(argilla.get("anna", DATASETS + "/" + secret.id()).status()).isEqualTo(403);
        assertThat(names("adam", "")).containsExactly("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/records", "/records/bulk", "/records/search", "/progress"})
    void recordsAreNotOfferedHere(String path) {
        String contracts = made("contracts", "legal");

        Answer answer = argilla.post("olga", contracts + path, "{}");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.at("/detail")).startsWith("Not offered here");
        assertThat(argilla.server().ask("GET", contracts + path).send().status())
                .isEqualTo(401);
    }

    @Test
    void aDatasetHasAHundredFieldsAtMost() {
        String contracts = made("contracts", "legal");
        IntStream.range(0, 100).forEach(number -> argilla.post("olga", contracts + "/fields", field("f" + number)));

        Answer oneMore = argilla.post("olga", contracts + "/fields", field("one-more"));

        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(argilla.get("olga", contracts + "/fields").json().at("/items"))
                .hasSize(100);
    }

    @Test
    void aFieldHas64KibibytesAtMost() {
        String contracts = made("contracts", "legal");
        String large = field("large").replace("}}", ",'description':'" + "x".repeat(64 * 1024) + "'}}");

        assertThat(argilla.post("olga", contracts + "/fields", large).status()).isEqualTo(422);
    }

    private static String field(String name) {
        return FIELD.replace("'name':'text'", "'name':'" + name + "'");
    }
}
