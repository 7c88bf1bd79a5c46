package dev.roster.http.console;

import dev.roster.http.web.RouteGroup;
import java.util.List;

/** The pages of one topic. They are bound in {@link ConsoleModule}. */
interface ConsolePages extends RouteGroup {
    /** Where the navigation leads to; default: nowhere. */
    default List<MenuEntry> menu() {
        return List.of();
    }
}
