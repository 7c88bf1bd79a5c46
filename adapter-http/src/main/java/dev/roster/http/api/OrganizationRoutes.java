package dev.roster.http.api;

import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.port.Organizations;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Organizations. */
final class OrganizationRoutes implements RouteGroup {
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

    private record ContentsJson(long members, long guests, long workspaces, long datasets) {
        static ContentsJson of(Organizations.Contents contents) {
            return new ContentsJson(contents.members(), contents.guests(), contents.workspaces(), contents.datasets());
        }
    }

    private static final Shape<OrganizationJson> SHAPE = Shape.of(OrganizationJson.class);
    private static final Shape<Listing<OrganizationJson>> LIST = Shape.listOf(OrganizationJson.class);
    private static final Shape<ContentsJson> CONTENTS = Shape.of(ContentsJson.class);

    private final ListOrganizations listOrganizations;
    private final FindOrganization findOrganization;
    private final CreateOrganization createOrganization;
    private final UpdateOrganization updateOrganization;
    private final DeleteOrganization deleteOrganization;

    @Inject
    OrganizationRoutes(
            ListOrganizations listOrganizations,
            FindOrganization findOrganization,
            CreateOrganization createOrganization,
            UpdateOrganization updateOrganization,
            DeleteOrganization deleteOrganization) {
        this.listOrganizations = listOrganizations;
        this.findOrganization = findOrganization;
        this.createOrganization = createOrganization;
        this.updateOrganization = updateOrganization;
        this.deleteOrganization = deleteOrganization;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/organizations", this::list).taking("name", "limit", "cursor");
        routes.post("/organizations", this::create);
        routes.show("/organizations/{organization_id}", this::shown);
        routes.patch("/organizations/{organization_id}", this::update);
        routes.delete("/organizations/{organization_id}", this::delete);
        routes.get("/organizations/{organization_id}/contents", this::contents);
    }

    private void list(Call call) {
        call.answer(
                LIST,
                listOrganizations.handle(call.caller(), call.query().text("name"), call.page()),
                OrganizationJson::of);
    }

    private void create(Call call) {
        JsonObject body = call.body("id", "name", "description");
        Organization organization = createOrganization.handle(
                call.caller(),
                new CreateOrganization.Command(
                        body.optional("id", OrganizationId::parse),
                        body.require("name", OrganizationName::new),
                        body.optionalOrEmpty("description")));
        call.created("/v1/organizations/" + organization.id(), SHAPE, OrganizationJson.of(organization));
    }

    private Shown shown(Call call) {
        return Shown.json(SHAPE, OrganizationJson.of(findOrganization.handle(call.caller(), id(call))));
    }

    private void update(Call call) {
        JsonObject body = call.body("name", "description");
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                id(call),
                body.change("name", OrganizationName::new),
                body.nullableChange("description", Function.identity()));
        call.answer(Shown.json(SHAPE, OrganizationJson.of(updateOrganization.handle(call.caller(), command))));
    }

    private void contents(Call call) {
        call.answer(CONTENTS, ContentsJson.of(deleteOrganization.preview(call.caller(), id(call))));
    }

    private void delete(Call call) {
        deleteOrganization.handle(call.caller(), id(call));
        call.noContent();
    }

    static OrganizationId id(Call call) {
        return call.path("organization_id", OrganizationId::parse);
    }
}
