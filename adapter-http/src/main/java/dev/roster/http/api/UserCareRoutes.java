package dev.roster.http.api;

import dev.roster.application.port.Contributions;
import dev.roster.application.user.DeleteUsers;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.ReviewUsers;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looking through accounts, and getting rid of them. */
final class UserCareRoutes implements RouteGroup {
    private record ReviewedJson(
            UserJson user,
            long datasetsCreated,
            long datasetsContributedTo,
            long contributions,
            @Nullable Instant lastContributionAt) {
        static ReviewedJson of(ReviewUsers.Reviewed reviewed) {
            Contributions.Summary summary = reviewed.summary();
            return new ReviewedJson(
                    UserJson.of(reviewed.user()),
                    summary.created(),
                    summary.contributedTo(),
                    summary.contributions(),
                    summary.lastContributionAt());
        }
    }

    private record ResultJson(
            String asked,
            @Nullable UUID userId,
            String status,
            @Nullable String reason) {
        static ResultJson of(DeleteUsers.Result result) {
            return new ResultJson(
                    result.asked(),
                    result.user() == null ? null : result.user().value(),
                    result.outcome().word(),
                    result.reason());
        }
    }

    private static final Shape<Listing<ReviewedJson>> REVIEW = Shape.listOf(ReviewedJson.class);
    private static final Shape<Listing<ResultJson>> RESULTS = Shape.listOf(ResultJson.class);

    private final ReviewUsers reviewUsers;
    private final DeleteUsers deleteUsers;
    private final EraseUser eraseUser;
    private final UserFilters filters;

    @Inject
    UserCareRoutes(ReviewUsers reviewUsers, DeleteUsers deleteUsers, EraseUser eraseUser, UserFilters filters) {
        this.reviewUsers = reviewUsers;
        this.deleteUsers = deleteUsers;
        this.eraseUser = eraseUser;
        this.filters = filters;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/users/review", this::review).taking(UserFilters.listed());
        routes.post("/users/delete", this::delete);
        routes.post("/users/{user_id}/erase", this::erase);
    }

    private void review(Call call) {
        call.answer(REVIEW, reviewUsers.handle(call.caller(), filters.read(call), call.page()), ReviewedJson::of);
    }

    private void delete(Call call) {
        JsonObject body = call.body("users", "emails");
        DeleteUsers.Command command = new DeleteUsers.Command(
                body.optionalList("users", UserId::parse), body.optionalList("emails", Function.identity()));
        List<ResultJson> results = deleteUsers.handle(call.caller(), command).stream()
                .map(ResultJson::of)
                .toList();
        call.answer(RESULTS, new Listing<>(results, null));
    }

    private void erase(Call call) {
        call.answer(UserJson.SHAPE, UserJson.of(eraseUser.handle(call.caller(), UserRoutes.id(call))));
    }
}
