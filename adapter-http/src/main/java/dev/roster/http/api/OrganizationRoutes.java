package dev.roster.http.api;

import dev.roster.application.organization.FindOrganization;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Organizations. */
final class OrganizationRoutes {
    private record OrganizationJson(UUID id, String name, String description, Instant createdAt, Instant updatedAt) {
        static OrganizationJson of(Organization organization) {
            return new OrganizationJson(
                    organization.id().value(),
                    organization.name().value(),
                    organization.description(),
                    organization.createdAt(),
                    organization.updatedAt());
        }
    }

    private static final Shape<OrganizationJson> SHAPE = Shape.of(OrganizationJson.class);
    private static final Shape<Listing<OrganizationJson>> LIST = Shape.listOf(OrganizationJson.class);

    private final ListOrganizations listOrganizations;
    private final FindOrganization findOrganization;
    private final UpdateOrganization updateOrganization;

    @Inject
    OrganizationRoutes(
            ListOrganizations listOrganizations,
            FindOrganization findOrganization,
            UpdateOrganization updateOrganization) {
        this.listOrganizations = listOrganizations;
        this.findOrganization = findOrganization;
        this.updateOrganization = updateOrganization;
    }

    void register(Routes routes) {
        routes.get("/organizations", this::list).taking("name", "limit", "cursor");
        routes.get("/organizations/{organization_id}", this::show);
        routes.patch("/organizations/{organization_id}", this::update);
    }

    private void list(Call call) {
        call.answer(
                LIST,
                listOrganizations.handle(call.caller(), call.query().text("name"), call.page()),
                OrganizationJson::of);
    }

    private void show(Call call) {
        call.answerTagged(SHAPE, OrganizationJson.of(findOrganization.handle(call.caller(), id(call))));
    }

    private void update(Call call) {
        JsonObject body = call.body("name", "description");
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                id(call),
                body.change("name", OrganizationName::new),
                body.nullableChange("description", Function.identity()));
        call.answer(SHAPE, OrganizationJson.of(updateOrganization.handle(call.caller(), command)));
    }

    private static OrganizationId id(Call call) {
        return call.path("organization_id", OrganizationId::parse);
    }
}
