package dev.roster.http.console;

import dev.roster.application.access.WhatMay;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.HomeView;
import dev.roster.http.console.view.MenuItem;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page: what wants attention, what to do first, and what the caller is and where. */
final class HomePages implements ConsolePages {
    private final WhatMay whatMay;
    private final ListWorkspaces listWorkspaces;
    private final Attention attention;
    private final May may;
    private final Menu menu;
    private final Screens screens;

    @Inject
    HomePages(
            WhatMay whatMay, ListWorkspaces listWorkspaces, Attention attention, May may, Menu menu, Screens screens) {
        this.whatMay = whatMay;
        this.listWorkspaces = listWorkspaces;
        this.attention = attention;
        this.may = may;
        this.menu = menu;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", this::show).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(MenuEntry.forEverybody(0, MenuEntry.Section.PLACES, "menu.home", "/", "home"));
    }

    private void show(Call call) {
        Page<Entitlement> held = whatMay.handle(call.caller(), null, Paged.of(call));
        String site = Site.pathOf(call.context());
        screens.show(
                call,
                new HomeView(
                        held.items().stream().map(one -> role(site, one)).toList(),
                        Paged.pager(call, held),
                        attention.of(call),
                        steps(call)));
    }

    /** For those who can do something about an installation without any workspace. */
    private HomeView.@Nullable Steps steps(Call call) {
        boolean create = may.everywhere(call.caller(), RosterPermission.WORKSPACE_CREATE);
        boolean isEmpty = create
                && listWorkspaces
                        .handle(call.caller(), ListWorkspaces.Query.all(), PageRequest.first(1))
                        .items()
                        .isEmpty();
        return isEmpty ? new HomeView.Steps(invitations(call)) : null;
    }

    /** Where people are invited, if there is such a page for the caller. */
    private @Nullable String invitations(Call call) {
        return menu.of(call.context(), call.caller(), MenuEntry.Section.PLACES).stream()
                .filter(item -> item.href().contains("/invitations"))
                .map(MenuItem::href)
                .findFirst()
                .orElse(null);
    }

    private static HomeView.RoleHeld role(String site, Entitlement held) {
        Target place = held.place();
        return new HomeView.RoleHeld(
                held.holding().role().name().value(),
                "place." + place.kind().word(),
                place.kind() == Target.Kind.INSTANCE ? null : place.label(),
                reads(held) ? href(site, place) : null,
                held.permissions().size() + held.onOpenDatasets().size());
    }

    /** Whether what is held lets its holder look at the place, too. */
    private static boolean reads(Entitlement held) {
        return Stream.of(
                        RosterPermission.ORGANIZATION_READ,
                        RosterPermission.WORKSPACE_READ,
                        RosterPermission.DATASET_READ)
                .anyMatch(held.permissions()::contains);
    }

    /** Places are called by their names there. */
    private static @Nullable String href(String site, Target place) {
        return switch (place.kind()) {
            case WORKSPACE -> site + "/workspaces/" + place.label();
            case ORGANIZATION -> site + "/organizations/" + place.id();
            case DATASET -> site + "/datasets/" + place.id();
            case INSTANCE, USER, ROLE -> null;
        };
    }
}
