package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final String TEXT = "0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "0192C3F0-1A2B-7C3D-8E4F-5A6B7C8D9E0F", "0192c3f01a2b7c3d8e4f5a6b7c8d9e0f"})
    void readsEverySpelling(String text) {
        assertThat(Uuids.parse("id", text)).isEqualTo(UUID.fromString(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0",
                "0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f0",
                "0192c3f0-1a2b7-c3d-8e4f-5a6b7c8d9e0f",
                " 0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
                "0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f\n",
                "{0192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f}",
                "g192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
                "٠192c3f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
                "+192c3f01a2b7c3d8e4f5a6b7c8d9e0f"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Uuids.parse("user_id", text))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("user_id"))
                .hasMessageStartingWith("invalid user_id `")
                .hasMessageEndingWith("`, expected a UUID")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLongTextIsCutInTheMessage() {
        assertThatThrownBy(() -> Uuids.parse("id", "x".repeat(1_000_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void everyIdReadsItselfAndNamesItsField() {
        Map<String, Function<String, Record>> ids = Map.of(
                "user_id", UserId::parse,
                "organization_id", OrganizationId::parse,
                "workspace_id", WorkspaceId::parse,
                "dataset_id", DatasetId::parse,
                "membership_id", MembershipId::parse,
                "role_id", RoleId::parse,
                "grant_id", GrantId::parse,
                "session_id", SessionId::parse);

        assertThat(ids).allSatisfy((field, parse) -> {
            assertThat(parse.apply(TEXT)).hasToString(TEXT);
            assertThatThrownBy(() -> parse.apply("7")).hasMessage("invalid " + field + " `7`, expected a UUID");
        });
    }
}
