package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.flat.FindFlatOwner;
import dev.roster.application.user.ShowAvatar;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Users as the caller sees them in an organization, with what they are there; a few questions for any number. */
final class ShownUsers {
    private final ActiveOrganization active;
    private final Standings standings;
    private final FindFlatOwner findFlatOwner;
    private final KeptAccounts keptAccounts;
    private final ShowAvatar showAvatar;
    private final Site site;
    private final Now now;

    @Inject
    ShownUsers(
            ActiveOrganization active,
            Standings standings,
            FindFlatOwner findFlatOwner,
            KeptAccounts keptAccounts,
            ShowAvatar showAvatar,
            Site site,
            Now now) {
        this.active = active;
        this.standings = standings;
        this.findFlatOwner = findFlatOwner;
        this.keptAccounts = keptAccounts;
        this.showAvatar = showAvatar;
        this.site = site;
        this.now = now;
    }

    Map<String, Object> of(Call call, User user) {
        return of(call, List.of(user)).get(0);
    }

    /** In the active organization, where what they are is known already. */
    Map<String, Object> of(Call call, Standings.Member member) {
        User user = member.user();
        return of(call, active.of(call), List.of(user), Map.of(user.id(), member.standing()))
                .get(0);
    }

    List<Map<String, Object>> of(Call call, List<User> users) {
        Organization seenIn = active.of(call);
        return of(call, seenIn, users, standings.of(call.caller(), seenIn, users));
    }

    /**
     * @param seenIn where they are members, and the caller may see that
     * @param shown what they are there
     */
    List<Map<String, Object>> of(Call call, Organization seenIn, List<User> users, Map<UserId, Standings.Shown> shown) {
        Set<UserId> ids = users.stream().map(User::id).collect(Collectors.toSet());
        Map<UserId, KeptAccounts.Kept> kept = keptAccounts.of(call.caller(), ids);
        Set<UserId> pictured = showAvatar.having(call.caller(), ids);
        String owner = ownerEmail(call, seenIn);
        List<Map<String, Object>> all = new ArrayList<>();
        for (User user : users) {
            Map<String, Object> one = ShownUser.of(
                    user,
                    new ShownUser.Around(
                            seenIn,
                            owner,
                            kept.getOrDefault(user.id(), KeptAccounts.Kept.NONE),
                            pictured.contains(user.id()) ? avatar(call, user) : null));
            Standings.Shown standing = shown.get(user.id());
            if (standing != null) {
                addMembership(one, user, seenIn, standing);
            }
            all.add(one);
        }
        return all;
    }

    /** With the host only where one is configured. */
    private String avatar(Call call, User user) {
        return site.origin() + Mount.of(call.context(), "/api/users/" + user.number() + "/avatar/");
    }

    /** The one where they are looked at: where else somebody works is nobody's business. */
    private void addMembership(Map<String, Object> one, User user, Organization seenIn, Standings.Shown standing) {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("role", standing.role().name());
        membership.put("active", user.isActiveAt(now.get()));
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
