package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who was removed is hidden, shown masked to who asks for them, and found by number (contract §3.3, §4.2, §4.5, §11 line 15). */
class RemovedMembersTest {
    private final LabelStudioServer server = new LabelStudioServer();
    private final Organization home = server.organization();
    private final GivenUser rex = server.user("rex", PredefinedRole.ANNOTATOR).left(home);
    private final long number = rex.user().number();

    @AfterEach
    void stop() {
        server.close();
    }

    private String members() {
        return "/api/organizations/" + home.number() + "/memberships";
    }

    @Test
    void line15WhoWasRemovedIsMaskedInTheListForWhoAsksAndFoundByNumber() {
        assertThat(server.get("mara", "/api/users").text()).doesNotContain("rex", "deleted-");
        assertThat(server.get("mara", "/api/users?is_deleted=false").text()).doesNotContain("rex", "deleted-");

        JsonNode list = server.get("mara", "/api/users/?is_deleted=true").json();

        assertThat(list).hasSize(1);
        assertMasked(list.get(0));
        assertMasked(server.get("mara", "/api/users/" + number).json());
        assertThat(server.get("mara", "/api/users/" + number).json()).isEqualTo(list.get(0));
    }

    private void assertMasked(JsonNode user) {
        assertThat(user.at("/id").asLong()).isEqualTo(number);
        assertThat(user.at("/first_name").asText()).isEqualTo("Deleted");
        assertThat(user.at("/last_name").asText()).isEqualTo("User " + number);
        assertThat(user.at("/username").asText()).isEqualTo("deleted-" + number);
        assertThat(user.at("/email").asText()).isEqualTo("deleted-" + number + "-user@example.com");
        assertThat(user.at("/initials").asText()).isEqualTo("DU");
        assertThat(user.at("/phone").asText()).isEmpty();
        assertThat(user.at("/last_activity").isTextual()).isTrue();
        assertThat(user.at("/active_organization").isNull()).isTrue();
        assertThat(user.toString()).doesNotContain("rex");
    }

    @Test
    void aMaskedUserHasTheKeysOfAnyOther() {
        JsonNode masked = server.get("mara", "/api/users/" + number).json();
        JsonNode other = server.get("mara", "/api/users").json().get(0);

        masked.fieldNames()
                .forEachRemaining(key -> assertThat(other.has(key)).as(key).isTrue());
        for (String key :
                List.of("first_name", "last_name", "username", "email", "last_activity", "phone", "initials")) {
            assertThat(masked.get(key).isTextual()).as(key).isTrue();
        }
    }

    @Test
    void thePageOfMembersHidesThemToo() {
        assertThat(server.get("mara", members()).json().at("/count").asInt()).isEqualTo(3);
        assertThat(server.get("mara", members()).text()).doesNotContain("rex");
        server.user("bo", PredefinedRole.ANNOTATOR).left(home);

        JsonNode first =
                server.get("mara", members() + "?is_deleted=true&page_size=1").json();

        assertThat(first.at("/count").asInt()).isEqualTo(2);
        assertThat(first.at("/next").asText()).contains("is_deleted=true", "page=2");
        assertMasked(first.at("/results/0/user"));
        assertThat(first.at("/results/0/organization").asLong()).isEqualTo(home.number());
        assertThat(first.at("/results/0/role").isNull()).isTrue();
        assertThat(first.at("/results/0/user/created_projects").isNull()).isTrue();
        JsonNode past = server.get("mara", members() + "?is_deleted=1&page=3&page_size=1")
                .json();
        assertThat(past.at("/results")).isEmpty();
        assertThat(server.get("mara", members() + "?is_deleted=true&contributed_to_projects=1")
                        .json()
                        .at("/results/0/user/contributed_to_projects")
                        .isArray())
                .isTrue();
        assertThat(server.get("mara", members() + "/" + number).status()).isEqualTo(404);
    }

    @Test
    void theyAreForWhoMaySeeMembers() {
        assertThat(server.get("ada", "/api/users/?is_deleted=true").status()).isEqualTo(403);
        assertThat(server.get("ada", members() + "?is_deleted=true").status()).isEqualTo(403);
        assertThat(server.get("ada", "/api/users/" + number).status()).isEqualTo(404);
    }

    @Test
    void thoseOfOtherOrganizationsAreNotThere() {
        Organization lab = server.given().organization("Lab");
        server.user("lena", PredefinedRole.ANNOTATOR).in(lab, PredefinedRole.MANAGER.role());
        GivenUser leo = server.user("leo", PredefinedRole.ANNOTATOR).left(lab);

        assertThat(server.get("lena", "/api/users?is_deleted=true").json()).hasSize(1);
        assertThat(server.get("lena", "/api/users/" + number).status()).isEqualTo(404);
        assertThat(server.get("olga", "/api/users/" + leo.user().number()).status())
                .isEqualTo(404);
        assertThat(server.get("lena", members() + "?is_deleted=true").status()).isEqualTo(404);
    }

    @Test
    void nothingIsDoneToThemAndWhoComesBackIsThemselvesAgain() {
        String path = "/api/users/" + number;

        assertThat(server.send("olga", "PATCH", path, "{'first_name':'Back'}").status())
                .isEqualTo(404);
        assertThat(server.send("olga", "DELETE", path).status()).isEqualTo(404);
        assertThat(server.send("olga", "PATCH", members(), "{'user_id':" + number + ",'role':'AN'}")
                        .status())
                .isEqualTo(404);
        server.server().fakes().ports().formerMembers().forget(home.id(), Set.of(rex.id()));
        rex.in(home);

        assertThat(server.get("mara", path).at("/email")).isEqualTo("rex@lab.example");
        assertThat(server.get("mara", "/api/users?is_deleted=true").json()).isEmpty();
    }
}
