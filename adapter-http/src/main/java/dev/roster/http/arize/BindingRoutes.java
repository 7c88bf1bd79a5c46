package dev.roster.http.arize;

import dev.roster.application.access.Caller;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.grant.ChangeGrant;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.DeleteGrant;
import dev.roster.application.grant.FindGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.grant.ListGrants;
import dev.roster.application.port.Grants;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Role bindings, which are grants on workspaces and datasets (contract §7). */
final class BindingRoutes implements RouteGroup {
    /** What a binding is on. */
    private enum Resource {
        SPACE(GrantKind.WORKSPACE),
        PROJECT(GrantKind.DATASET);

        private final GrantKind kind;

        Resource(GrantKind kind) {
            this.kind = kind;
        }
    }

    private static final Words<Resource> RESOURCES = Words.loosely(List.of(Resource.values()), Resource::name);

    private final ListGrants listGrants;
    private final FindGrant findGrant;
    private final CreateGrant createGrant;
    private final ChangeGrant changeGrant;
    private final DeleteGrant deleteGrant;
    private final FindWorkspace findWorkspace;
    private final FindDataset findDataset;

    @Inject
    BindingRoutes(
            ListGrants listGrants,
            FindGrant findGrant,
            CreateGrant createGrant,
            ChangeGrant changeGrant,
            DeleteGrant deleteGrant,
            FindWorkspace findWorkspace,
            FindDataset findDataset) {
        this.listGrants = listGrants;
        this.findGrant = findGrant;
        this.createGrant = createGrant;
        this.changeGrant = changeGrant;
        this.deleteGrant = deleteGrant;
        this.findWorkspace = findWorkspace;
        this.findDataset = findDataset;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/role-bindings", this::list).taking("resource_type", "user_id", "limit", "cursor");
        routes.post("/v2/role-bindings", this::create);
        routes.get("/v2/role-bindings/{binding_id}", this::show);
        routes.patch("/v2/role-bindings/{binding_id}", this::update);
        routes.delete("/v2/role-bindings/{binding_id}", this::delete);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        Resource resource = inputs.queryWord("resource_type", RESOURCES);
        Field<UserId> user = inputs.query("user_id", ArizeIds.USER);
        inputs.check();
        if (resource == null) {
            throw ArizeProblem.of(400, "`resource_type` is missing, expected " + RESOURCES.expected());
        }
        Grants.Filter filter = Grants.Filter.all().withUser(user.orNull()).withKind(resource.kind);
        Envelope.answer(
                call,
                "role_bindings",
                listGrants.handle(call.caller(), filter, Envelope.page(call)),
                BindingRoutes::shown);
    }

    private static Map<String, Object> shown(Grants.Granted granted) {
        Grant grant = granted.grant();
        DatasetId project = grant.dataset();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.BINDING.write(grant.id()));
        shown.put("role_id", ArizeIds.ROLE.write(grant.role().id()));
        shown.put("user_id", ArizeIds.USER.write(grant.user()));
        shown.put("resource_type", (project == null ? Resource.SPACE : Resource.PROJECT).name());
        shown.put(
                "resource_id",
                project == null ? ArizeIds.SPACE.write(grant.workspace()) : ArizeIds.PROJECT.write(project));
        shown.put("created_at", Times.brief(grant.createdAt()));
        shown.put("updated_at", Times.brief(grant.updatedAt()));
        return shown;
    }

    private void show(Call call) {
        Envelope.answer(call, 200, shown(seen(call)));
    }

    private Grants.Granted seen(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<GrantId> id = inputs.path("binding_id", ArizeIds.BINDING);
        inputs.check();
        return Seen.orMissing("role binding", () -> findGrant.handle(call.caller(), id.get()));
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<UserId> user = inputs.id("user_id", ArizeIds.USER);
        Field<RoleId> role = inputs.id("role_id", ArizeIds.ROLE);
        Field<Resource> resource = inputs.word("resource_type", RESOURCES);
        Field<GrantPlace> place = resource.orNull() == Resource.PROJECT
                ? inputs.id("resource_id", ArizeIds.PROJECT).map(GrantPlace.OnDataset::new)
                : inputs.id("resource_id", ArizeIds.SPACE).map(GrantPlace.OnWorkspace::new);
        inputs.check();
        requireSeen(call.caller(), place.get());
        CreateGrant.Command command =
                new CreateGrant.Command(user.get(), role.get().toString(), place.get());
        Envelope.answer(call, 201, shown(createGrant.handle(call.caller(), command)));
    }

    /** A resource that is not there, or not to be seen, is forbidden (contract §7). */
    private void requireSeen(Caller caller, GrantPlace place) {
        try {
            if (place instanceof GrantPlace.OnDataset project) {
                findDataset.handle(caller, project.dataset());
            } else {
                findWorkspace.handle(caller, ((GrantPlace.OnWorkspace) place).workspace());
            }
        } catch (RefusedException refusal) {
            throw Seen.isHidden(refusal)
                    ? ArizeProblem.of(403, "there is no such resource, or you may not give roles on it")
                    : refusal;
        }
    }

    private void update(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<RoleId> role = inputs.id("role_id", ArizeIds.ROLE);
        inputs.check();
        GrantId id = seen(call).grant().id();
        Grants.Granted changed = changeGrant.handle(
                call.caller(), new ChangeGrant.Command(id, role.get().toString()));
        Envelope.answer(call, 200, shown(changed));
    }

    private void delete(Call call) {
        deleteGrant.handle(call.caller(), seen(call).grant().id());
        call.noContent();
    }
}
