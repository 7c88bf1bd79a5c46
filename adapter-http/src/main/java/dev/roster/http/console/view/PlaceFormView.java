package dev.roster.http.console.view;

import java.util.List;

/**
 * What a workspace or an organization is called, to be changed.
 *
 * @param update whether the caller may change it
 * @param delete whether the caller may delete it
 */
public record PlaceFormView(PlaceHead head, FormView form, boolean update, boolean delete) implements View {
    @Override
    public String template() {
        return "console/place/edit.jte";
    }

    @Override
    public String title() {
        return "place.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(head.shown());
    }
}
