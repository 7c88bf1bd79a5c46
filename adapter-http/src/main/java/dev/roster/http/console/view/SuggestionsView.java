package dev.roster.http.console.view;

import java.util.List;

/** Names that fit what is being typed: a part of a page. */
public record SuggestionsView(List<Choice> people) implements View {
    public SuggestionsView {
        people = List.copyOf(people);
    }

    @Override
    public String template() {
        return "console/place/suggestions.jte";
    }

    @Override
    public String title() {
        return "place.suggestions";
    }
}
