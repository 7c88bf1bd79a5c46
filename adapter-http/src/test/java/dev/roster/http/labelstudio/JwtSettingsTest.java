package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail.Filter;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens an organization takes (contract §4.4). */
class JwtSettingsTest {
    private static final String PATH = "/api/jwt/settings";

    private final LabelStudioServer server = new LabelStudioServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertSettings(Answer answer, int days, boolean personal, boolean legacy) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .hasToString("{\"api_token_ttl_days\":" + days + ",\"api_tokens_enabled\":" + personal
                        + ",\"legacy_api_tokens_enabled\":" + legacy + "}");
    }

    @Test
    void bothKindsAreTakenUntilSomebodySaysOtherwise() {
        for (String caller : new String[] {"olga", "mara", "ada"}) {
            assertSettings(server.get(caller, PATH), 73_000, true, true);
        }
        assertThat(server.get("", PATH).status()).isEqualTo(401);
    }

    @Test
    void whatIsGivenIsKeptAndTheRestStays() {
        assertSettings(
                server.send("mara", "POST", PATH, "{'api_token_ttl_days':30,'api_tokens_enabled':false}"),
                30,
                false,
                true);
        assertSettings(server.get("ada", PATH), 30, false, true);
        assertSettings(server.send("olga", "POST", PATH + "/", "{'api_token_ttl_days':7,'unknown':1}"), 7, false, true);
        assertSettings(
                server.send("mara", "POST", PATH, "{'api_tokens_enabled':true,'legacy_api_tokens_enabled':null}"),
                7,
                true,
                true);
        assertSettings(server.send("mara", "POST", PATH, "{}"), 7, true, true);
    }

    @Test
    void onlyWhoMayUpdateTheOrganizationChangesThem() {
        assertThat(server.send("ada", "POST", PATH, "{'api_token_ttl_days':30}").status())
                .isEqualTo(403);
        assertThat(server.send("ada", "POST", PATH, "{}").status()).isEqualTo(403);
        assertThat(server.send("", "POST", PATH, "{'api_token_ttl_days':30}").status())
                .isEqualTo(401);
        assertSettings(server.get("ada", PATH), 73_000, true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'api_tokens_enabled':'yes'}",
                "{'legacy_api_tokens_enabled':1}",
                "{'api_token_ttl_days':0}",
                "{'api_token_ttl_days':-1}",
                "{'api_token_ttl_days':73001}",
                "{'api_token_ttl_days':1.5}",
                "{'api_token_ttl_days':'30'}",
                "{'api_token_ttl_days':30,'api_tokens_enabled':[]}"
            })
    void whatIsNoSettingIsRefusedAndNothingChanges(String body) {
        Answer answer = server.send("mara", "POST", PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().has("validation_errors")).isTrue();
        assertSettings(server.get("mara", PATH), 73_000, true, true);
    }

    @Test
    void theTrailSaysWhoChangedWhich() {
        server.send("mara", "POST", PATH, "{'api_token_ttl_days':30,'legacy_api_tokens_enabled':true}");

        AuditEvent event = server.server()
                .fakes()
                .ports()
                .auditTrail()
                .list(Filter.all(), PageRequest.first())
                .items()
                .get(0);
        assertThat(event.action()).isEqualTo("organization.attach");
        assertThat(event.actorName()).isEqualTo("mara");
        assertThat(event.changes())
                .containsEntry(
                        "label-studio:jwt", AuditEvent.Change.to("api_token_ttl_days, legacy_api_tokens_enabled"));
    }
}
