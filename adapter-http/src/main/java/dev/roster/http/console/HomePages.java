package dev.roster.http.console;

import dev.roster.application.access.WhatMay;
import dev.roster.application.paging.Page;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Target;
import dev.roster.http.console.view.HomeView;
import dev.roster.http.console.view.PagerView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The first page: what the caller is and where. */
final class HomePages implements ConsolePages {
    private final WhatMay whatMay;
    private final Screens screens;

    @Inject
    HomePages(WhatMay whatMay, Screens screens) {
        this.whatMay = whatMay;
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
        Page<Entitlement> held = whatMay.handle(call.caller(), null, call.page());
        String next = call.next(held);
        screens.show(
                call,
                new HomeView(
                        held.items().stream().map(HomePages::role).toList(),
                        new PagerView(
                                call.query().text("cursor") == null ? null : here(call, "/"),
                                next == null ? null : here(call, Screens.withQuery("/", "cursor", next)))));
    }

    private static String here(Call call, String path) {
        return Site.pathOf(call.context()) + path;
    }

    private static HomeView.RoleHeld role(Entitlement held) {
        Target place = held.place();
        return new HomeView.RoleHeld(
                held.holding().role().name().value(),
                "place." + place.kind().name().toLowerCase(Locale.ROOT),
                place.kind() == Target.Kind.INSTANCE ? null : place.label(),
                held.permissions().size() + held.onOpenDatasets().size());
    }
}
