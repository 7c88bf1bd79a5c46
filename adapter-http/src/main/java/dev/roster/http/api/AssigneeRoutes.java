package dev.roster.http.api;

import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.dataset.ListAssignees;
import dev.roster.application.dataset.UnassignAnnotator;
import dev.roster.application.port.Assignments;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;

/** Who is assigned to a dataset. */
final class AssigneeRoutes implements RouteGroup {
    private record AssigneeJson(PersonJson user, Instant assignedAt) {
        static AssigneeJson of(Assignments.Assignee assignee) {
            return new AssigneeJson(
                    PersonJson.of(assignee.user()), assignee.assignment().assignedAt());
        }
    }

    private static final Shape<AssigneeJson> SHAPE = Shape.of(AssigneeJson.class);
    private static final Shape<Listing<AssigneeJson>> LIST = Shape.listOf(AssigneeJson.class);

    private final ListAssignees listAssignees;
    private final AssignAnnotator assignAnnotator;
    private final UnassignAnnotator unassignAnnotator;

    @Inject
    AssigneeRoutes(ListAssignees listAssignees, AssignAnnotator assignAnnotator, UnassignAnnotator unassignAnnotator) {
        this.listAssignees = listAssignees;
        this.assignAnnotator = assignAnnotator;
        this.unassignAnnotator = unassignAnnotator;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/datasets/{dataset_id}/assignees", this::list).taking("limit", "cursor");
        routes.post("/datasets/{dataset_id}/assignees", this::assign);
        routes.delete("/datasets/{dataset_id}/assignees/{user_id}", this::unassign);
    }

    private void list(Call call) {
        call.answer(LIST, listAssignees.handle(call.caller(), DatasetRoutes.id(call), call.page()), AssigneeJson::of);
    }

    private void assign(Call call) {
        UserId user = call.body("user_id").require("user_id", UserId::parse);
        AssignAnnotator.Command command = new AssignAnnotator.Command(DatasetRoutes.id(call), user);
        call.answer(201, SHAPE, AssigneeJson.of(assignAnnotator.handle(call.caller(), command)));
    }

    private void unassign(Call call) {
        unassignAnnotator.handle(
                call.caller(), new UnassignAnnotator.Command(DatasetRoutes.id(call), UserRoutes.id(call)));
        call.noContent();
    }
}
