package dev.roster.http.console.view;

/** The page that takes a link that logs its user in. */
public record LogInLinkView(FormView form) implements View {
    @Override
    public String template() {
        return "console/log-in-link.jte";
    }

    @Override
    public String title() {
        return "log-in-link.title";
    }
}
