package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of programs.
 *
 * @param mayCreate whether to offer a new account
 * @param workspaces whose keys can be shown
 */
public record ServiceAccountsView(
        List<Row> rows, PagerView pager, boolean mayCreate, FormView filters, List<OptionView> workspaces)
        implements View {
    /**
     * A key.
     *
     * @param account whose it is
     * @param used null before the first use
     * @param until null where it does not end by itself
     * @param actions what can be done with it
     */
    public record Row(
            PersonView account,
            String hint,
            String name,
            StatusView status,
            TimeView created,
            @Nullable TimeView used,
            @Nullable TimeView until,
            List<PersonDetailsView.Action> actions) {
        public Row {
            actions = List.copyOf(actions);
        }
    }

    public ServiceAccountsView {
        rows = List.copyOf(rows);
        workspaces = List.copyOf(workspaces);
    }

    @Override
    public String template() {
        return "console/service-accounts/list.jte";
    }

    @Override
    public String title() {
        return "service.title";
    }
}
