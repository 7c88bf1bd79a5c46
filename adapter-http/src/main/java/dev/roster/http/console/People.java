package dev.roster.http.console;

import dev.roster.domain.user.Initials;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.PersonView;
import org.jspecify.annotations.Nullable;

/** Users as pages show them. */
final class People {
    private People() {}

    /** @param picture where their picture is, or null to show the initials alone */
    static PersonView shown(User user, @Nullable String picture) {
        Initials initials = Initials.of(user);
        return new PersonView(
                user.shownName(),
                user.username().value(),
                initials.letters(),
                "c-" + initials.colour().substring(1),
                picture);
    }

    /**
     * Where the picture of the user is.
     *
     * @param site what stands before all paths of the site
     */
    static String picture(String site, User user) {
        return site + "/v1/users/" + user.id() + "/avatar";
    }
}
