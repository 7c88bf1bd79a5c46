package dev.roster.http.console.view;

/** Asks whether to log out, where another site has sent the browser here. */
public record LogOutView() implements View {
    @Override
    public String template() {
        return "console/log-out.jte";
    }

    @Override
    public String title() {
        return "log-out.title";
    }
}
