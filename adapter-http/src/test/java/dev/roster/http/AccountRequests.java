package dev.roster.http;

import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says as requests what a scenario does with keys, service accounts and invitations. */
final class AccountRequests {
    private static final String[] ACCOUNT = {"/user/username", "/user/role", "/user/status"};

    private final Names names;

    AccountRequests(Names names) {
        this.names = names;
    }

    /** A person's key is made by that person alone, so for them a step names nobody. */
    ScenarioRequest ofKey(Act act, Words words) {
        String user = words.find("user");
        return switch (act) {
            case CREATE_KEY ->
                ScenarioRequest.to("POST", user == null ? "/v1/me/keys" : "/v1/keys")
                        .with("user_id", user == null ? null : names.user(user).toString())
                        .with("name", words.get("name"))
                        .showing("/name");
            case LIST_KEYS ->
                ScenarioRequest.get("/v1/keys?status=active&user_id=" + names.user(words.get("user")))
                        .showingEach("/name");
            case REVOKE_KEY ->
                ScenarioRequest.to("POST", "/v1/keys/" + names.key(words.get("user"), words.get("name")) + "/revoke")
                        .showing(answer -> List.of(words.get("name")));
            default ->
                ScenarioRequest.to("POST", "/v1/service-accounts")
                        .with("username", words.get("user"))
                        .with("organizations", List.of(organization(words.get("workspace"), words.find("role"))))
                        .with("key", Map.of("name", "first"))
                        .showing(ACCOUNT);
        };
    }

    private Map<String, Object> organization(String workspace, @Nullable String role) {
        Map<String, Object> inside = new LinkedHashMap<>();
        inside.put("workspace_id", names.workspace(workspace).toString());
        inside.put("role", role);
        return Map.of("organization_id", names.organization().toString(), "workspaces", List.of(inside));
    }

    ScenarioRequest ofInvitation(Act act, Words words) {
        return switch (act) {
            case INVITE, INVITE_AFRESH ->
                ScenarioRequest.to("POST", "/v1/invitations")
                        .with("email", words.get("email"))
                        .with("mode", words.get("mode"))
                        .with("role", words.find("role"))
                        .with("afresh", act == Act.INVITE_AFRESH)
                        .showing(ACCOUNT);
            case RESEND_INVITATION ->
                ScenarioRequest.to("POST", invitation(words) + "/resend").showing(ACCOUNT);
            case REVOKE_INVITATION ->
                ScenarioRequest.delete(invitation(words)).showing(answer -> List.of(words.get("user")));
            default -> ScenarioRequest.get("/v1/invitations").showingEach("/user/username");
        };
    }

    ScenarioRequest ofReset(Words words) {
        return ScenarioRequest.to("POST", "/v1/password-resets/complete")
                .with("token", names.mailedSecret())
                .with("password", words.get("password"))
                .with("end_keys", words.names("other", "keys"))
                .with("renew_token", words.names("other", "token"))
                .showing("/sessions_ended", "/keys_ended", "/keys_left", "/service_keys_left", "/user_token");
    }

    ScenarioRequest ofSignUp(Act act, Words words) {
        return switch (act) {
            case RESET_INVITE_LINK ->
                ScenarioRequest.to("POST", "/v1/organizations/" + names.organization() + "/invite-link")
                        .with("domains", words.has("domain") ? List.of(words.get("domain")) : List.of());
            case SIGN_UP ->
                ScenarioRequest.to("POST", "/v1/sign-up")
                        .with("token", names.signUpSecret())
                        .with("username", words.get("user"))
                        .with("email", words.find("email"))
                        .with("password", words.get("password"))
                        .showing(answer -> answer.isMissingNode()
                                ? List.of()
                                : List.of(answer.at("/user/username").asText()));
            default ->
                ScenarioRequest.to("POST", "/v1/sign-up/confirmation")
                        .with("token", names.mailedSecret())
                        .with("password", words.get("password"))
                        .with("username", words.find("user"))
                        .showing("/user/username");
        };
    }

    private String invitation(Words words) {
        return "/v1/users/" + names.user(words.get("user")) + "/invitation";
    }
}
