package dev.roster.http.console;

import dev.roster.application.access.Caller;
import java.util.function.Predicate;

/**
 * A line of the navigation.
 *
 * @param order where it stands, from above: home 0, account 10, people 20, invitations 30, service accounts 40, workspaces 50,
 *     organizations 60, datasets 70, roles 80, audit 90, settings 100
 * @param section whose menu it stands in
 * @param text the key of its text
 * @param path the page, without what stands before all paths of the site
 * @param icon the name of its picture in {@code icons.svg}
 * @param isFor who gets to see it: those for whom the use case behind the page has something to show
 */
record MenuEntry(int order, Section section, String text, String path, String icon, Predicate<Caller> isFor) {
    /** The menus there are. */
    enum Section {
        /** The navigation at the side. */
        PLACES,
        /** What is about the caller, under their name. */
        ACCOUNT
    }

    /** One that everybody gets to see who is logged in. */
    static MenuEntry forEverybody(int order, Section section, String text, String path, String icon) {
        return new MenuEntry(order, section, text, path, icon, caller -> true);
    }
}
