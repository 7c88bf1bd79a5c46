package dev.roster.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.roster.application.access.Decide;
import dev.roster.application.access.WhatMay;
import dev.roster.application.access.WhoMay;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Denial;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Holding;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** May somebody do that, who may, and what may they do. */
final class DecisionRoutes implements RouteGroup {
    /** The role that a "yes" rests on. */
    private record GroundJson(String source, String role, PlaceJson place) {
        static GroundJson of(Holding ground) {
            return new GroundJson(ground.source().word(), ground.role().name().value(), PlaceJson.of(ground.place()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record DecisionJson(
            boolean allowed,
            String permission,
            TargetJson target,
            String reason,
            @Nullable GroundJson ground,
            @Nullable String cause,
            @Nullable String missing,
            @Nullable List<String> roles,
            @Nullable String givers) {
        static DecisionJson of(Decision decision) {
            Denial denial = decision.denial();
            String key = decision.permission().key();
            return new DecisionJson(
                    decision.isAllowed(),
                    key,
                    TargetJson.of(decision.target()),
                    decision.reason(),
                    decision.ground() == null ? null : GroundJson.of(decision.ground()),
                    denial == null ? null : denial.cause().word(),
                    denial == null ? null : key,
                    denial == null ? null : denial.roles(),
                    denial == null ? null : denial.givers());
        }
    }

    private record EntitledJson(UUID userId, String username, String reason) {
        static EntitledJson of(WhoMay.Entitled entitled) {
            return new EntitledJson(
                    entitled.user().value(),
                    entitled.decision().actor(),
                    entitled.decision().reason());
        }
    }

    private record EntitlementJson(
            String source,
            String role,
            PlaceJson place,
            List<String> permissions,
            List<String> onOpenDatasets,
            boolean inWorkspaces,
            boolean onRestrictedDatasets) {
        static EntitlementJson of(Entitlement entitlement) {
            return new EntitlementJson(
                    entitlement.holding().source().word(),
                    entitlement.holding().role().name().value(),
                    PlaceJson.of(entitlement.place()),
                    entitlement.permissions().stream().map(Permission::key).toList(),
                    entitlement.onOpenDatasets().stream().map(Permission::key).toList(),
                    entitlement.inWorkspaces(),
                    entitlement.onRestricted());
        }
    }

    private static final Shape<Listing<DecisionJson>> DECISIONS = Shape.listOf(DecisionJson.class);
    private static final Shape<Listing<EntitledJson>> ENTITLED = Shape.listOf(EntitledJson.class);
    private static final Shape<Listing<EntitlementJson>> ENTITLEMENTS = Shape.listOf(EntitlementJson.class);

    private final Decide decide;
    private final WhoMay whoMay;
    private final WhatMay whatMay;

    @Inject
    DecisionRoutes(Decide decide, WhoMay whoMay, WhatMay whatMay) {
        this.decide = decide;
        this.whoMay = whoMay;
        this.whatMay = whatMay;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/decisions", this::decide).onlyReading();
        routes.get("/who-may", this::whoMay).taking("permission", "kind", "id", "limit", "cursor");
        routes.get("/me/permissions", this::own).taking("limit", "cursor");
        routes.get("/users/{user_id}/permissions", this::ofUser).taking("limit", "cursor");
    }

    private void decide(Call call) {
        JsonObject body = call.body("user_id", "questions");
        List<Decide.Question> questions = body.requireObjects("questions", Set.of("permission", "target")).stream()
                .map(DecisionRoutes::question)
                .toList();
        Decide.Query query = new Decide.Query(body.optional("user_id", UserId::parse), questions);
        List<DecisionJson> decisions = decide.handle(call.caller(), query).stream()
                .map(DecisionJson::of)
                .toList();
        call.answer(DECISIONS, new Listing<>(decisions, null));
    }

    private static Decide.Question question(JsonObject question) {
        Permission permission = question.require("permission", Permission::parse);
        JsonObject target = question.requireObject("target", Set.of("kind", "id"));
        return new Decide.Question(
                permission,
                TargetJson.ref(
                        target.require("kind", TargetJson::kind),
                        target.optional("id", Fields::uuid),
                        target.place("id")));
    }

    private void whoMay(Call call) {
        QueryParameters query = call.query();
        WhoMay.Query question = new WhoMay.Query(
                query.require("permission", Permission::parse),
                TargetJson.ref(query.require("kind", TargetJson::kind), query.read("id", Fields::uuid), "id"));
        call.answer(ENTITLED, whoMay.handle(call.caller(), question, call.page()), EntitledJson::of);
    }

    private void own(Call call) {
        whatMay(call, null);
    }

    private void ofUser(Call call) {
        whatMay(call, UserRoutes.id(call));
    }

    private void whatMay(Call call, @Nullable UserId user) {
        call.answer(ENTITLEMENTS, whatMay.handle(call.caller(), user, call.page()), EntitlementJson::of);
    }
}
