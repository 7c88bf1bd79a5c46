package dev.roster.http.labelstudio;

import dev.roster.application.flat.FindFlatOwner;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Users as the caller sees them in the active organization, with what they are there; a few questions for any number. */
final class ShownUsers {
    private final ActiveOrganization active;
    private final Standings standings;
    private final FindFlatOwner findFlatOwner;
    private final KeptHotkeys keptHotkeys;

    @Inject
    ShownUsers(ActiveOrganization active, Standings standings, FindFlatOwner findFlatOwner, KeptHotkeys keptHotkeys) {
        this.active = active;
        this.standings = standings;
        this.findFlatOwner = findFlatOwner;
        this.keptHotkeys = keptHotkeys;
    }

    Map<String, Object> of(Call call, User user) {
        return of(call, List.of(user)).get(0);
    }

    List<Map<String, Object>> of(Call call, List<User> users) {
        return of(call, active.of(call), users);
    }

    /** @param seenIn where they are members, and the caller may see that */
    List<Map<String, Object>> of(Call call, Organization seenIn, List<User> users) {
        Map<UserId, Standings.Shown> shown = standings.of(call.caller(), seenIn, users);
        Map<UserId, Hotkeys> hotkeys = keptHotkeys.ofAccounts(
                call.caller(), users.stream().map(User::id).collect(Collectors.toSet()));
        String owner = ownerEmail(call, seenIn);
        List<Map<String, Object>> all = new ArrayList<>();
        for (User user : users) {
            Map<String, Object> one = ShownUser.of(user, seenIn, owner, hotkeys.getOrDefault(user.id(), Hotkeys.NONE));
            Standings.Shown standing = shown.get(user.id());
            if (standing != null) {
                addMembership(one, user, seenIn, standing);
            }
            all.add(one);
        }
        return all;
    }

    /** The one where they are looked at: where else somebody works is nobody's business. */
    private static void addMembership(
            Map<String, Object> one, User user, Organization seenIn, Standings.Shown standing) {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("role", standing.role().name());
        membership.put("active", user.isActive());
        membership.put("organization_id", seenIn.number());
        one.put("org_membership", List.of(membership));
        one.put("organization_membership", membership);
    }

    private String ownerEmail(Call call, Organization organization) {
        return findFlatOwner
                .handle(call.caller(), organization.id())
                .map(FindFlatOwner.Owner::email)
                .map(EmailAddress::value)
                .orElse("");
    }
}
