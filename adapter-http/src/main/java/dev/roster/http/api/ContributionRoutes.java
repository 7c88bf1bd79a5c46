package dev.roster.http.api;

import dev.roster.application.dataset.ListContributions;
import dev.roster.application.dataset.RecordContribution;
import dev.roster.application.port.Contributions;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;

/** How much users have done in datasets. */
final class ContributionRoutes implements RouteGroup {
    private record ContributionJson(NamedJson user, NamedJson dataset, long count, Instant firstAt, Instant lastAt) {
        static ContributionJson of(Contributions.Credited credited) {
            return new ContributionJson(
                    new NamedJson(
                            credited.user().id().value(),
                            credited.user().username().value()),
                    new NamedJson(
                            credited.dataset().id().value(),
                            credited.dataset().name().value()),
                    credited.contribution().count(),
                    credited.contribution().firstAt(),
                    credited.contribution().lastAt());
        }
    }

    private static final Shape<ContributionJson> SHAPE = Shape.of(ContributionJson.class);
    private static final Shape<Listing<ContributionJson>> LIST = Shape.listOf(ContributionJson.class);

    private final ListContributions listContributions;
    private final RecordContribution recordContribution;

    @Inject
    ContributionRoutes(ListContributions listContributions, RecordContribution recordContribution) {
        this.listContributions = listContributions;
        this.recordContribution = recordContribution;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/datasets/{dataset_id}/contributions", this::toDataset).taking("limit", "cursor");
        routes.post("/datasets/{dataset_id}/contributions", this::record);
        routes.get("/me/contributions", this::own).taking("limit", "cursor");
        routes.get("/users/{user_id}/contributions", this::byUser).taking("limit", "cursor");
    }

    private void toDataset(Call call) {
        call.answer(
                LIST,
                listContributions.toDataset(call.caller(), DatasetRoutes.id(call), call.page()),
                ContributionJson::of);
    }

    private void record(Call call) {
        JsonObject body = call.body("user_id", "count", "at");
        RecordContribution.Command command = new RecordContribution.Command(
                DatasetRoutes.id(call),
                body.optional("user_id", UserId::parse),
                body.requireNumber("count"),
                body.optional("at", Fields::instant));
        call.answer(201, SHAPE, ContributionJson.of(recordContribution.handle(call.caller(), command)));
    }

    private void own(Call call) {
        by(call, MeRoutes.own(call.caller()));
    }

    private void byUser(Call call) {
        by(call, UserRoutes.id(call));
    }

    private void by(Call call, UserId user) {
        call.answer(LIST, listContributions.byUser(call.caller(), user, call.page()), ContributionJson::of);
    }
}
