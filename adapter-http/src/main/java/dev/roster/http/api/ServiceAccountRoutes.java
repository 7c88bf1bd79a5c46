package dev.roster.http.api;

import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Accounts for programs. Once made they are users like others, of another kind. */
final class ServiceAccountRoutes implements RouteGroup {
    private record CreatedJson(UserJson user, KeyJson.Issued key) {}

    private static final Shape<CreatedJson> SHAPE = Shape.of(CreatedJson.class);

    private final CreateServiceAccount createServiceAccount;

    @Inject
    ServiceAccountRoutes(CreateServiceAccount createServiceAccount) {
        this.createServiceAccount = createServiceAccount;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/service-accounts", this::create);
    }

    private void create(Call call) {
        JsonObject body = call.body("username", "display_name", "role", "organizations", "key");
        Username username = body.require("username", Username::new);
        PersonName displayName = body.optional("display_name", ProfileField.DISPLAY_NAME::parse);
        String role = body.optional("role");
        CreateServiceAccount.Command command = CreateServiceAccount.Command.of(
                        username, organizations(body), KeyRoutes.wish(body.requireObject("key", KeyRoutes.WISH)))
                .withDisplayName(displayName)
                .withRole(role);
        KeyIssuer.Issued issued = createServiceAccount.handle(call.caller(), command);
        call.created(
                "/v1/users/" + issued.user().id(),
                SHAPE,
                new CreatedJson(UserJson.of(issued.user()), KeyJson.Issued.of(issued)));
    }

    private static List<CreateServiceAccount.OrganizationPlace> organizations(JsonObject body) {
        return body.optionalObjects("organizations", Set.of("organization_id", "role", "workspaces")).stream()
                .map(place -> new CreateServiceAccount.OrganizationPlace(
                        place.require("organization_id", OrganizationId::parse),
                        place.optional("role", RoleName::reference),
                        workspaces(place)))
                .toList();
    }

    private static List<CreateServiceAccount.WorkspacePlace> workspaces(JsonObject organization) {
        return organization.optionalObjects("workspaces", Set.of("workspace_id", "role")).stream()
                .map(place -> new CreateServiceAccount.WorkspacePlace(
                        place.require("workspace_id", WorkspaceId::parse), place.optional("role", RoleName::reference)))
                .toList();
    }
}
