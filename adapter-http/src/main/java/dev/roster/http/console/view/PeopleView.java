package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people, what narrows their list, and one of them opened beside it.
 *
 * @param filters what is searched for
 * @param statuses what to choose from
 * @param pane who is opened, or null
 * @param mayInvite whether to offer an invitation
 * @param mayCreate whether to offer an account that is active at once
 * @param pending how many invitations wait, or null where that is not theirs to know
 */
public record PeopleView(
        PeopleListView list,
        FormView filters,
        List<OptionView> roles,
        List<OptionView> statuses,
        List<OptionView> workspaces,
        List<OptionView> orders,
        @Nullable PersonDetailsView pane,
        boolean mayInvite,
        boolean mayCreate,
        @Nullable String pending)
        implements View {
    public PeopleView {
        roles = List.copyOf(roles);
        statuses = List.copyOf(statuses);
        workspaces = List.copyOf(workspaces);
        orders = List.copyOf(orders);
    }

    /** Whether any invitation waits. */
    public boolean isAnyPending() {
        return pending != null && !pending.equals("0");
    }

    @Override
    public String template() {
        return "console/people/page.jte";
    }

    @Override
    public String title() {
        return "people.title";
    }
}
