package dev.roster.http.api;

import dev.roster.application.Now;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RefreshApiKey;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** API keys. */
final class KeyRoutes implements RouteGroup {
    /** What a key is made of, as {@link #wish} reads it. */
    static final Set<String> WISH = Set.of("name", "description", "expires_at");

    private static final Shape<Listing<KeyJson>> LIST = Shape.listOf(KeyJson.class);

    private final ListApiKeys listApiKeys;
    private final CreateApiKey createApiKey;
    private final RevokeApiKey revokeApiKey;
    private final RefreshApiKey refreshApiKey;
    private final Now now;

    @Inject
    KeyRoutes(
            ListApiKeys listApiKeys,
            CreateApiKey createApiKey,
            RevokeApiKey revokeApiKey,
            RefreshApiKey refreshApiKey,
            Now now) {
        this.listApiKeys = listApiKeys;
        this.createApiKey = createApiKey;
        this.revokeApiKey = revokeApiKey;
        this.refreshApiKey = refreshApiKey;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/me/keys", this::listOwn).taking("form", "status", "limit", "cursor");
        routes.post("/me/keys", this::createOwn);
        routes.get("/keys", this::list)
                .taking("user_id", "kind", "creator_id", "workspace_id", "form", "status", "limit", "cursor");
        routes.post("/keys", this::create);
        routes.post("/keys/{key_id}/revoke", this::revoke);
        routes.post("/keys/{key_id}/refresh", this::refresh);
    }

    private void listOwn(Call call) {
        list(
                call,
                ListApiKeys.Query.all()
                        .withUser(MeRoutes.own(call.caller()))
                        .withForm(call.query().read("form", ApiKeyForm::parse))
                        .withStatus(call.query().read("status", ApiKeyStatus::parse)));
    }

    private void list(Call call) {
        QueryParameters query = call.query();
        list(
                call,
                ListApiKeys.Query.all()
                        .withUser(query.read("user_id", UserId::parse))
                        .withKind(query.read("kind", UserKind::parse))
                        .withCreator(query.read("creator_id", UserId::parse))
                        .withWorkspace(query.read("workspace_id", WorkspaceId::parse))
                        .withForm(query.read("form", ApiKeyForm::parse))
                        .withStatus(query.read("status", ApiKeyStatus::parse)));
    }

    private void list(Call call, ListApiKeys.Query query) {
        Instant at = now.get();
        call.answer(
                LIST,
                listApiKeys.handle(call.caller(), query, call.page()),
                owned -> KeyJson.of(owned.key(), owned.user(), at));
    }

    private void createOwn(Call call) {
        JsonObject body = call.body("name", "description", "expires_at");
        create(call, CreateApiKey.Command.own(wish(body)));
    }

    private void create(Call call) {
        JsonObject body = call.body("user_id", "name", "description", "expires_at");
        create(call, new CreateApiKey.Command(body.require("user_id", UserId::parse), wish(body)));
    }

    private void create(Call call, CreateApiKey.Command command) {
        call.answer(201, KeyJson.Issued.SHAPE, KeyJson.Issued.of(createApiKey.handle(call.caller(), command)));
    }

    static KeyIssuer.Wish wish(JsonObject body) {
        return new KeyIssuer.Wish(
                body.require("name", ApiKey::name),
                body.optionalOrEmpty("description", ApiKey::description),
                body.optional("expires_at", Fields::instant));
    }

    private void revoke(Call call) {
        revokeApiKey.handle(call.caller(), id(call));
        call.noContent();
    }

    private void refresh(Call call) {
        JsonObject body = call.body("expires_at", "grace_period_seconds");
        Long grace = body.optionalNumber("grace_period_seconds");
        RefreshApiKey.Command command = new RefreshApiKey.Command(
                id(call),
                body.optional("expires_at", Fields::instant),
                grace == null ? Duration.ZERO : Duration.ofSeconds(grace));
        call.answer(201, KeyJson.Issued.SHAPE, KeyJson.Issued.of(refreshApiKey.handle(call.caller(), command)));
    }

    private static ApiKeyId id(Call call) {
        return call.path("key_id", ApiKeyId::parse);
    }
}
