package dev.roster.http.console.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways to invite people.
 *
 * @param byMail the form that invites by e-mail, or null where that is not theirs to do
 * @param link the link of an organization, or null where that is not theirs to see
 * @param organizations those whose link can be shown
 * @param back where Cancel leads
 */
public record InviteView(@Nullable ByMail byMail, @Nullable Link link, List<OptionView> organizations, String back)
        implements View {
    /**
     * The form.
     *
     * @param roles the account roles to choose from
     * @param workspaces where they can belong at once
     * @param placeRoles which role they can have there
     * @param modes how they get in
     */
    public record ByMail(
            FormView form,
            List<OptionView> roles,
            List<OptionView> workspaces,
            List<OptionView> placeRoles,
            List<OptionView> modes) {
        public ByMail {
            roles = List.copyOf(roles);
            workspaces = List.copyOf(workspaces);
            placeRoles = List.copyOf(placeRoles);
            modes = List.copyOf(modes);
        }
    }

    /**
     * The link.
     *
     * @param id the organization's
     * @param name what it is called
     * @param url where the link leads, or null where there is none
     * @param uses how many have signed up with it
     * @param until when it ends, or null
     * @param isHidden whether this session is too old to show it, and may create none
     */
    public record Link(
            String id,
            String name,
            @Nullable String url,
            @Nullable String uses,
            @Nullable TimeView until,
            boolean isHidden) {
        /** There is none. */
        public static Link none(String id, String name) {
            return new Link(id, name, null, null, null, false);
        }

        /** Whether there is one is shown in a fresh session alone. */
        public static Link hidden(String id, String name) {
            return new Link(id, name, null, null, null, true);
        }
    }

    public InviteView {
        organizations = List.copyOf(organizations);
    }

    /** Whether there is an organization to choose. */
    public boolean isChoice() {
        return organizations.size() > 1;
    }

    /** The link's organization as the form that changes it shows it. */
    public FormView chosen() {
        return link == null ? FormView.EMPTY : FormView.of(Map.of("organization", link.id()));
    }

    @Override
    public String template() {
        return "console/people/invite.jte";
    }

    @Override
    public String title() {
        return "invite.title";
    }
}
