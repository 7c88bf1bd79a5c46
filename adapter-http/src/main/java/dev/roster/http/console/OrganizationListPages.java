package dev.roster.http.console;

import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.Page;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.PlacesView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The organizations that the caller belongs to, or all of them, and new ones. */
final class OrganizationListPages implements ConsolePages {
    private static final String PATH = "/organizations";
    private static final Set<String> FIELDS = Set.of("name", "description");

    private final ListOrganizations listOrganizations;
    private final CreateOrganization createOrganization;
    private final May may;
    private final Times times;
    private final Screens screens;

    @Inject
    OrganizationListPages(
            ListOrganizations listOrganizations,
            CreateOrganization createOrganization,
            May may,
            Times times,
            Screens screens) {
        this.listOrganizations = listOrganizations;
        this.createOrganization = createOrganization;
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
        return List.of(MenuEntry.forEverybody(
                60, MenuEntry.Section.PLACES, "places.organization.title", PATH, "organization"));
    }

    private PlacesView view(Call call, FormView form) {
        String search =
                Objects.requireNonNullElse(call.query().textOrEmpty("q"), "").strip();
        Page<Organization> found =
                listOrganizations.handle(call.caller(), search.isEmpty() ? null : search, Paged.of(call));
        return new PlacesView(
                "organization",
                found.items().stream().map(one -> row(call, one)).toList(),
                Paged.pager(call, found),
                search,
                form,
                List.of(),
                may.everywhere(call.caller(), RosterPermission.ORGANIZATION_CREATE));
    }

    private PlacesView.Row row(Call call, Organization organization) {
        Spot spot = Spot.of(organization);
        return new PlacesView.Row(
                Site.pathOf(call.context()) + spot.path(),
                spot.shown(),
                null,
                null,
                spot.description(),
                times.shown(spot.createdAt()));
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<OrganizationName> name = form.value("name", OrganizationName::new);
        String description = form.text("description");
        if (form.isRight()) {
            try {
                Organization created = createOrganization.handle(
                        call.caller(),
                        CreateOrganization.Command.named(name.get()).withDescription(description));
                screens.moveOn(call, Spot.of(created).path(), "organization.created");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, view(call, form.view()));
    }
}
