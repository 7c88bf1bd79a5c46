package dev.roster.http.labelstudio;

import dev.roster.application.flat.FlatUser;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user with the keys of the original, in its order (contract §3.1). */
final class ShownUser {
    private ShownUser() {}

    /**
     * @param seenIn the organization in which the user is looked at, as others are nobody's business
     * @param owner the address of its owner, or nothing
     * @param hotkeys of the account
     */
    static Map<String, Object> of(User user, Organization seenIn, String owner, Hotkeys hotkeys) {
        FlatUser flat = new FlatUser(user);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", user.number());
        shown.put("first_name", flat.firstName());
        shown.put("last_name", flat.lastName());
        shown.put("username", flat.username());
        shown.put("email", flat.email());
        shown.put("last_activity", Times.brief(flat.lastActivity()));
        shown.put("custom_hotkeys", hotkeys.shown());
        shown.put("avatar", null);
        shown.put("initials", flat.initials());
        shown.put("phone", flat.phone());
        shown.put("active_organization", seenIn.number());
        shown.put("active_organization_meta", Map.of("title", seenIn.name().value(), "email", owner));
        shown.put("allow_newsletters", null);
        shown.put("date_joined", Times.brief(user.createdAt()));
        return shown;
    }
}
