package dev.roster.http.labelstudio;

import dev.roster.application.flat.FlatUser;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user with the keys of the original, in its order (contract §3.1). */
final class ShownUser {
    private ShownUser() {}

    /**
     * What is not of the user themselves.
     *
     * @param seenIn the organization in which the user is looked at, as others are nobody's business
     * @param owner the address of its owner, or nothing
     * @param kept what only this door knows of the account
     * @param avatar the address of the picture, or null for none
     */
    record Around(
            Organization seenIn,
            String owner,
            KeptAccounts.Kept kept,
            @Nullable String avatar) {}

    static Map<String, Object> of(User user, Around around) {
        FlatUser flat = new FlatUser(user);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", user.number());
        shown.put("first_name", flat.firstName());
        shown.put("last_name", flat.lastName());
        shown.put("username", flat.username());
        shown.put("email", flat.email());
        shown.put("last_activity", Times.brief(flat.lastActivity()));
        shown.put("custom_hotkeys", around.kept().hotkeys().shown());
        shown.put("avatar", around.avatar());
        shown.put("initials", flat.initials());
        shown.put("phone", flat.phone());
        shown.put("active_organization", around.seenIn().number());
        shown.put(
                "active_organization_meta",
                Map.of("title", around.seenIn().name().value(), "email", around.owner()));
        shown.put("allow_newsletters", around.kept().newsletters());
        shown.put("date_joined", Times.brief(user.createdAt()));
        return shown;
    }

    /**
     * Somebody who left the organization (contract §3.3): the number stays, so that what refers to it does not break, and says
     * no more of who it is.
     */
    static Map<String, Object> masked(Former former) {
        long number = former.user().number();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", number);
        shown.put("first_name", "Deleted");
        shown.put("last_name", "User " + number);
        shown.put("username", "deleted-" + number);
        shown.put("email", "deleted-" + number + "-user@example.com");
        shown.put("last_activity", Times.brief(former.membership().endedAt()));
        shown.put("custom_hotkeys", Map.of());
        shown.put("avatar", null);
        shown.put("initials", "DU");
        shown.put("phone", "");
        shown.put("active_organization", null);
        shown.put("active_organization_meta", Map.of("title", "", "email", ""));
        shown.put("allow_newsletters", null);
        shown.put("date_joined", Times.brief(former.membership().joinedAt()));
        return shown;
    }
}
