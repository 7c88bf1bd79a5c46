package dev.roster.http.console.view;

import java.util.List;

/** What a page shows, and the template that shows it. */
public interface View {
    /** The template's name, {@code console/home.jte}. It takes a {@code frame} and, as {@code page}, this view. */
    String template();

    /** The key of the title of the page. */
    String title();

    /** What is put into the title. */
    default List<String> titleParts() {
        return List.of();
    }
}
