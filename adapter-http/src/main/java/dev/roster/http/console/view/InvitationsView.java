package dev.roster.http.console.view;

import java.util.List;

/**
 * Who is invited and has not come yet.
 *
 * @param pending how many can still come
 * @param mayInvite whether to offer another
 */
public record InvitationsView(List<Row> rows, PagerView pager, long pending, boolean mayInvite) implements View {
    /**
     * An invitation.
     *
     * @param mode the key of how they get in
     * @param actions what can be done with it
     */
    public record Row(
            PersonView person,
            String email,
            String page,
            String role,
            String mode,
            StatusView status,
            TimeView sent,
            TimeView until,
            List<PersonDetailsView.Action> actions) {
        public Row {
            actions = List.copyOf(actions);
        }
    }

    public InvitationsView {
        rows = List.copyOf(rows);
    }

    /** The key of how many wait. */
    public String counted() {
        return pending == 1 ? "invitations.count.one" : "invitations.count.many";
    }

    @Override
    public String template() {
        return "console/people/invitations.jte";
    }

    @Override
    public String title() {
        return "invitations.title";
    }
}
