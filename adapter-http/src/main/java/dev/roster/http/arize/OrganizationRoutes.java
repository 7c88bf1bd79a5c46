package dev.roster.http.arize;

import dev.roster.application.Change;
import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Organizations and their members (contract §4). */
final class OrganizationRoutes implements RouteGroup {
    private final ListOrganizations listOrganizations;
    private final FindOrganization findOrganization;
    private final CreateOrganization createOrganization;
    private final UpdateOrganization updateOrganization;
    private final DeleteOrganization deleteOrganization;
    private final MembersOf members;

    @Inject
    OrganizationRoutes(
            ListOrganizations listOrganizations,
            FindOrganization findOrganization,
            CreateOrganization createOrganization,
            UpdateOrganization updateOrganization,
            DeleteOrganization deleteOrganization,
            MembersOf members) {
        this.listOrganizations = listOrganizations;
        this.findOrganization = findOrganization;
        this.createOrganization = createOrganization;
        this.updateOrganization = updateOrganization;
        this.deleteOrganization = deleteOrganization;
        this.members = members;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/organizations", this::list).taking("name", "limit", "cursor");
        routes.post("/v2/organizations", this::create);
        routes.get("/v2/organizations/{org_id}", this::show);
        routes.patch("/v2/organizations/{org_id}", this::update);
        routes.delete("/v2/organizations/{org_id}", this::delete);
        routes.post("/v2/organizations/{org_id}/users", this::putMember);
        routes.delete("/v2/organizations/{org_id}/users/{user_id}", this::removeMember);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        String name = Names.filter(inputs);
        inputs.check();
        Envelope.answer(
                call,
                "organizations",
                listOrganizations.handle(call.caller(), name, Envelope.page(call)),
                OrganizationRoutes::shown);
    }

    private static Map<String, Object> shown(Organization organization) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.ORGANIZATION.write(organization.id()));
        shown.put("name", organization.name().value());
        shown.put("description", organization.description());
        shown.put("created_at", Times.brief(organization.createdAt()));
        return shown;
    }

    private void show(Call call) {
        Envelope.answer(call, 200, shown(seen(call)));
    }

    private Organization seen(Call call) {
        OrganizationId id = id(call);
        return Seen.orMissing("organization", () -> findOrganization.handle(call.caller(), id));
    }

    private static OrganizationId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<OrganizationId> id = inputs.path("org_id", ArizeIds.ORGANIZATION);
        inputs.check();
        return id.get();
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<OrganizationName> name = inputs.text("name", Names.NAME, OrganizationName::new);
        Field<String> description = inputs.optionalText("description", Names.DESCRIPTION, Function.identity());
        inputs.check();
        CreateOrganization.Command command =
                CreateOrganization.Command.named(name.get()).withDescription(description.or(""));
        Envelope.answer(call, 201, shown(createOrganization.handle(call.caller(), command)));
    }

    private void update(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Change<OrganizationName>> name = inputs.changedText("name", Names.NAME, OrganizationName::new);
        Field<Change<String>> description = inputs.changedText("description", Names.DESCRIPTION, Function.identity());
        inputs.check();
        Names.requireAny(inputs, "name", "description");
        OrganizationId id = seen(call).id();
        UpdateOrganization.Command command = new UpdateOrganization.Command(id, name.get(), description.get());
        Envelope.answer(call, 200, shown(updateOrganization.handle(call.caller(), command)));
    }

    private void delete(Call call) {
        deleteOrganization.handle(call.caller(), seen(call).id());
        call.noContent();
    }

    private void putMember(Call call) {
        members.put(call, MembersOf.ORGANIZATIONS, Place.of(seen(call).id()));
    }

    private void removeMember(Call call) {
        members.remove(call, Place.of(seen(call).id()));
    }
}
