package dev.roster.http.console.view;

/** The page that takes the link of an invitation. */
public record InvitationLinkView(FormView form) implements View {
    @Override
    public String template() {
        return "console/invitation-link.jte";
    }

    @Override
    public String title() {
        return "invitation.title";
    }
}
