package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.http.console.view.MenuItem;
import dev.roster.http.web.Site;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The navigation: of the pages that there are, those that have something for the caller. */
final class Menu {
    private final Provider<Set<ConsolePages>> pages;

    @Inject
    Menu(Provider<Set<ConsolePages>> pages) {
        this.pages = pages;
    }

    List<MenuItem> of(Context context, Caller caller, MenuEntry.Section section) {
        return pages.get().stream()
                .flatMap(group -> group.menu().stream())
                .filter(entry -> entry.section() == section && entry.isFor().test(caller))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> new MenuItem(
                        entry.text(),
                        Site.pathOf(context) + entry.path(),
                        entry.icon(),
                        isAt(context.path(), entry.path())))
                .toList();
    }

    private static boolean isAt(String shown, String path) {
        String page = path.replaceAll("(?<=.)/$", "");
        return shown.equals(page) || (page.length() > 1 && shown.startsWith(page + "/"));
    }
}
