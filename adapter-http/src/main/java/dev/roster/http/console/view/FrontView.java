package dev.roster.http.console.view;

/** What a visitor who is not logged in sees at the root: what this is, and where to go. */
public record FrontView() implements View {
    @Override
    public String template() {
        return "console/front.jte";
    }

    @Override
    public String title() {
        return "front.title";
    }
}
