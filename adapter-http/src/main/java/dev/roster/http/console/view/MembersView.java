package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace or an organization: what it is, and who is in it.
 *
 * @param name what programs call it, or null where people call it the same
 * @param members null for those who may not see them
 * @param suggestions where names are suggested, as browsers see it
 */
public record MembersView(
        PlaceHead head,
        @Nullable String name,
        String description,
        TimeView created,
        @Nullable Members members,
        String suggestions)
        implements View {
    /**
     * The members.
     *
     * @param roles the roles that new members can get; empty for callers who may not add members
     * @param form the user to add
     */
    public record Members(List<Row> rows, PagerView pager, boolean add, List<Choice> roles, FormView form) {
        public Members {
            rows = List.copyOf(rows);
            roles = List.copyOf(roles);
        }
    }

    /**
     * One of them.
     *
     * @param href the page about the person
     * @param role the membership's own, or the account role where that counts
     * @param inherited whether the account role counts
     * @param status the key of what is unusual about the account, or null
     * @param change where the role is changed, or null
     * @param remove where the member is taken out, or null
     */
    public record Row(
            PersonView person,
            String href,
            String role,
            boolean inherited,
            @Nullable String status,
            TimeView joined,
            @Nullable String change,
            @Nullable String remove) {}

    @Override
    public String template() {
        return "console/place/members.jte";
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
