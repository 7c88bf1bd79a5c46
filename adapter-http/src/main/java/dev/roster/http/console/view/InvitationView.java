package dev.roster.http.console.view;

import java.util.List;

/**
 * What an invitation offers.
 *
 * @param place an organization, or the installation
 */
public record InvitationView(FormView form, String place, String email, TimeView until) implements View {
    @Override
    public String template() {
        return "console/invitation.jte";
    }

    @Override
    public String title() {
        return "invitation.offer";
    }

    @Override
    public List<String> titleParts() {
        return List.of(place);
    }
}
