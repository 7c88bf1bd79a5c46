package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.GivenUser;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.mail.DeliverMail;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer.Answer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code organizations.update_default_role}: what people are who come by the link or sign up (contract §4.5). */
class NewcomerRolesTest {
    private static final String NEW = "new@lab.example";

    private final LabelStudioServer server = new LabelStudioServer(HttpSettings.on("127.0.0.1", 0), SignUpMode.OPEN);
    private final Organization home = server.organization();

    @AfterEach
    void stop() {
        server.close();
    }

    private String path(Organization organization) {
        return "/api/organizations/" + organization.number() + "/set-default-role";
    }

    private Answer choose(String caller, String role) {
        return server.send(caller, "PATCH", path(home), "{'default_role':'" + role + "','organization':99}");
    }

    /** Signs up by the page, follows the mail, and returns the account. */
    private User join(Organization organization) {
        String token = server.server()
                .ask("POST", "/v1/organizations/" + organization.id() + "/invite-link")
                .as("olga-token")
                .json("{}")
                .send()
                .at("/url");
        return signUp("?token=" + token.substring(token.indexOf('#') + 1));
    }

    private User signUp(String query) {
        Browser browser = Browser.at(server);
        browser.get("/user/signup/" + query);
        browser.submit("/user/signup/" + query, Map.of("email", NEW, "password", Browser.PASSWORD));
        server.server().useCase(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        String mailed =
                server.server().fakes().mailCarrier().carried().get(0).values().getOrDefault("link", "");
        assertThat(server.server()
                        .ask("POST", "/v1/sign-up/confirmation")
                        .json("{\"token\": \"" + mailed.substring(mailed.indexOf('#') + 1) + "\", \"password\": \""
                                + Browser.PASSWORD + "\"}")
                        .send()
                        .status())
                .isEqualTo(201);
        return server.server()
                .fakes()
                .ports()
                .users()
                .findByLogin(NameKey.of(NEW))
                .orElseThrow();
    }

    private String shown(User user) {
        return server.get("olga", "/api/users/" + user.number())
                .json()
                .at("/organization_membership/role")
                .asText();
    }

    @Test
    void whoComesByTheLinkHoldsTheRoleInTheOrganizationAndInProjects() {
        Answer chosen = choose("mara", "RE");

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.at("/default_role")).isEqualTo("RE");
        assertThat(chosen.json().at("/organization").asLong()).isEqualTo(home.number());
        assertThat(server.get("ada", "/api/organizations/" + home.number()).at("/default_role"))
                .isEqualTo("RE");

        User user = join(home);

        assertThat(shown(user)).isEqualTo("RE");
        var projects = server.server()
                .fakes()
                .ports()
                .workspaces()
                .findByShownName(home.id(), NameKey.of("projects"))
                .orElseThrow();
        assertThat(server.server()
                        .fakes()
                        .ports()
                        .memberships()
                        .find(Place.of(projects.id()), user.id())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.REVIEWER.ref());
        assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
    }

    @Test
    void whoSignsUpWithoutALinkHoldsItInTheDefaultOrganization() {
        choose("mara", "AN");

        assertThat(shown(signUp(""))).isEqualTo("AN");
    }

    @Test
    void withoutAChoiceNewcomersHoldNothing() {
        assertThat(server.get("ada", "/api/organizations/" + home.number()).at("/default_role"))
                .isEqualTo("NO");
        choose("mara", "MA");
        assertThat(choose("mara", "NO").at("/default_role")).isEqualTo("NO");

        assertThat(shown(join(home))).isEqualTo("NO");
    }

    @Test
    void theChoiceOfOneOrganizationCountsInNoOther() {
        choose("mara", "MA");
        Organization lab = server.given().organization("Lab");
        GivenUser lena = server.user("lena", PredefinedRole.ANNOTATOR).in(lab, PredefinedRole.MANAGER.role());

        User user = join(lab);

        assertThat(server.get("lena", "/api/users/" + user.number())
                        .json()
                        .at("/organization_membership/role")
                        .asText())
                .isEqualTo("NO");
        assertThat(server.send("lena", "PATCH", path(home), "{'default_role':'AN'}")
                        .status())
                .isEqualTo(404);
        assertThat(lena.user().isActive()).isTrue();
    }

    @Test
    void choosingIsForWhoMayGiveTheRole() {
        server.user("ria", PredefinedRole.ANNOTATOR).in(home, PredefinedRole.ADMIN.role());

        assertThat(choose("ada", "AN").status()).isEqualTo(403);
        assertThat(choose("ria", "AN").status()).isEqualTo(403);
        assertThat(choose("mara", "AD").status()).isEqualTo(200);
        assertThat(choose("olga", "AD").status()).isEqualTo(200);
        assertThat(server.send("", "PATCH", path(home), "{'default_role':'AN'}").status())
                .isEqualTo(401);
        assertThat(server.send("olga", "PATCH", "/api/organizations/999/set-default-role", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OW", "DI", "VO", "owner", ""})
    void whatNobodyIsByDefaultIs400(String role) {
        Answer refused = choose("olga", role);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/validation_errors").has("default_role")).isTrue();
    }

    @Test
    void withoutARoleItIsShownAlone() {
        choose("mara", "AN");

        assertThat(server.send("ada", "PATCH", path(home), "{'embed_enabled':true}")
                        .at("/default_role"))
                .isEqualTo("AN");
    }

    /** A choice gives nothing that those who made it could not give by then. */
    @Test
    void aChoiceEndsWithTheRightsOfWhoMadeIt() {
        GivenUser max = server.user("max", PredefinedRole.ANNOTATOR).in(home, PredefinedRole.MANAGER.role());
        assertThat(choose("max", "AD").status()).isEqualTo(200);
        server.server()
                .fakes()
                .ports()
                .memberships()
                .find(Place.of(home.id()), max.id())
                .ifPresent(held -> server.server()
                        .fakes()
                        .ports()
                        .memberships()
                        .update(held.withRole(PredefinedRole.ADMIN.ref())));

        assertThat(shown(join(home))).isEqualTo("NO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEACTIVATED", "DELETED"})
    void aChoiceEndsWithTheAccountOfWhoMadeIt(UserStatus status) {
        GivenUser max = server.user("max", PredefinedRole.ANNOTATOR).in(home, PredefinedRole.MANAGER.role());
        choose("max", "MA");
        max.status(status);

        User user = join(home);

        assertThat(shown(user)).isEqualTo("NO");
        assertThat(Optional.of(user).filter(User::isActive)).isPresent();
    }
}
