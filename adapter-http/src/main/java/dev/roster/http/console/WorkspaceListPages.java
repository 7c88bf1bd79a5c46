package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import dev.roster.http.console.view.Choice;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.PlacesView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The workspaces that the caller reaches, and new ones. */
final class WorkspaceListPages implements ConsolePages {
    private static final String PATH = "/workspaces";
    private static final Set<String> FIELDS = Set.of("title", "name", "organization", "description");

    /** More are told apart by their ids in the address, not in a list to choose from. */
    private static final int ORGANIZATIONS = 100;

    private final ListWorkspaces listWorkspaces;
    private final ListOrganizations listOrganizations;
    private final CreateWorkspace createWorkspace;
    private final May may;
    private final Times times;
    private final Screens screens;

    @Inject
    WorkspaceListPages(
            ListWorkspaces listWorkspaces,
            ListOrganizations listOrganizations,
            CreateWorkspace createWorkspace,
            May may,
            Times times,
            Screens screens) {
        this.listWorkspaces = listWorkspaces;
        this.listOrganizations = listOrganizations;
        this.createWorkspace = createWorkspace;
        this.may = may;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, view(call, FormView.EMPTY))).producing(MediaTypes.HTML);
        routes.post(PATH, this::create).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                MenuEntry.forEverybody(50, MenuEntry.Section.PLACES, "places.workspace.title", PATH, "workspace"));
    }

    private PlacesView view(Call call, FormView form) {
        String search =
                Objects.requireNonNullElse(call.query().textOrEmpty("q"), "").strip();
        Page<Workspace> found = listWorkspaces.handle(
                call.caller(), ListWorkspaces.Query.all().withTitle(search.isEmpty() ? null : search), Paged.of(call));
        List<Organization> organizations = organizations(call.caller());
        Map<OrganizationId, String> names = organizations.stream()
                .collect(Collectors.toMap(Organization::id, one -> one.name().value()));
        List<Choice> choices = choices(call.caller(), organizations);
        return new PlacesView(
                "workspace",
                found.items().stream()
                        .map(workspace -> row(call, workspace, names.get(workspace.organization())))
                        .toList(),
                Paged.pager(call, found),
                search,
                form,
                choices,
                !choices.isEmpty());
    }

    private List<Organization> organizations(Caller caller) {
        return listOrganizations
                .handle(caller, null, PageRequest.first(ORGANIZATIONS))
                .items();
    }

    private List<Choice> choices(Caller caller, List<Organization> organizations) {
        Set<Target.Ref> open = may.among(
                caller,
                RosterPermission.WORKSPACE_CREATE,
                organizations.stream().map(one -> Target.of(one).ref()).toList());
        return organizations.stream()
                .filter(one -> open.contains(Target.of(one).ref()))
                .map(one -> new Choice(one.id().toString(), one.name().value(), false))
                .toList();
    }

    private PlacesView.Row row(Call call, Workspace workspace, @Nullable String organization) {
        Spot spot = Spot.of(workspace);
        return new PlacesView.Row(
                Site.pathOf(call.context()) + spot.path(),
                spot.shown(),
                spot.name(),
                organization,
                spot.description(),
                times.shown(spot.createdAt()));
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<String> title = form.value("title", text -> text);
        Field<WorkspaceName> name = form.optional("name", WorkspaceName::new);
        Field<OrganizationId> organization = form.optional("organization", OrganizationId::parse);
        String description = form.text("description");
        if (form.isRight()) {
            try {
                Workspace created = createWorkspace.handle(
                        call.caller(),
                        CreateWorkspace.Command.called(name.orNull(), title.get())
                                .withOrganization(organization.orNull())
                                .withDescription(description));
                screens.moveOn(call, Spot.of(created).path(), "workspace.created");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, view(call, form.view()));
    }
}
