package dev.roster.http.console;

import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.PersonView;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;

/** Users as pages name them: with their picture for those who may see users, with initials alone for others. */
final class Portraits {
    /** What the caller of one request gets to see of users. */
    record Gallery(String site, boolean open) {
        PersonView shown(User user) {
            return People.shown(user, open ? People.picture(site, user) : null);
        }

        /** The page about the user, which those have too who share a place with them and see its members. */
        String page(User user) {
            return site + "/people/" + user.id();
        }
    }

    private final May may;

    @Inject
    Portraits(May may) {
        this.may = may;
    }

    Gallery of(Call call) {
        return new Gallery(Site.pathOf(call.context()), may.everywhere(call.caller(), RosterPermission.USER_READ));
    }
}
