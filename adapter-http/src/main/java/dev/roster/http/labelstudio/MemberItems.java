package dev.roster.http.labelstudio;

import dev.roster.application.dataset.ListInvolvements;
import dev.roster.application.port.Contributions.Involvement;
import dev.roster.application.port.Datasets.Located;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members as lists show them (contract §3.5): the user whole, and the projects only where they are asked for. */
final class MemberItems {
    /** A page may be the whole list. */
    private static final int AT_ONCE = 200;

    static final String CREATED = "created_projects";
    static final String CONTRIBUTED = "contributed_to_projects";

    private final Standings standings;
    private final ShownUsers shownUsers;
    private final ListInvolvements listInvolvements;

    @Inject
    MemberItems(Standings standings, ShownUsers shownUsers, ListInvolvements listInvolvements) {
        this.standings = standings;
        this.shownUsers = shownUsers;
        this.listInvolvements = listInvolvements;
    }

    /** One whose standing is known already. */
    Map<String, Object> of(Call call, Organization organization, Standings.Member member) {
        User user = member.user();
        Map<UserId, Standings.Shown> standing = Map.of(user.id(), member.standing());
        return items(call, organization, List.of(user), standing, false).get(0);
    }

    /** Who is no member any more by now is left out. */
    List<Map<String, Object>> of(Call call, Organization organization, List<User> users, boolean projects) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int first = 0; first < users.size(); first += AT_ONCE) {
            all.addAll(
                    some(call, organization, users.subList(first, Math.min(users.size(), first + AT_ONCE)), projects));
        }
        return all;
    }

    private List<Map<String, Object>> some(Call call, Organization organization, List<User> users, boolean projects) {
        return items(call, organization, users, standings.of(call.caller(), organization, users), projects);
    }

    private List<Map<String, Object>> items(
            Call call,
            Organization organization,
            List<User> users,
            Map<UserId, Standings.Shown> standing,
            boolean projects) {
        Map<UserId, Involvement> involved = projects ? involved(call, organization, users) : null;
        List<Map<String, Object>> shown = shownUsers.of(call, organization, users, standing);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int each = 0; each < users.size(); each++) {
            UserId user = users.get(each).id();
            if (standing.containsKey(user)) {
                Standings.Shown found = Objects.requireNonNull(standing.get(user));
                Map<String, Object> item =
                        item(found.membership().number(), organization, shown.get(each), of(involved, user));
                item.put("role", found.role().name());
                items.add(item);
            }
        }
        return items;
    }

    /** Who left, masked. Which projects they have to do with still shows, as it does everywhere. */
    List<Map<String, Object>> removed(Call call, Organization organization, List<Former> left, boolean projects) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int first = 0; first < left.size(); first += AT_ONCE) {
            List<Former> some = left.subList(first, Math.min(left.size(), first + AT_ONCE));
            Map<UserId, Involvement> involved = projects
                    ? involved(
                            call, organization, some.stream().map(Former::user).toList())
                    : null;
            for (Former former : some) {
                Map<String, Object> item = item(
                        former.membership().number(),
                        organization,
                        ShownUser.masked(former),
                        of(involved, former.user().id()));
                item.put("role", null);
                all.add(item);
            }
        }
        return all;
    }

    private static @Nullable Involvement of(@Nullable Map<UserId, Involvement> involved, UserId user) {
        return involved == null ? null : involved.getOrDefault(user, new Involvement(List.of(), List.of()));
    }

    /** What somebody has to do with projects, as far as the caller may see that. */
    Involvement involved(Call call, Organization organization, User user) {
        return involved(call, organization, List.of(user))
                .getOrDefault(user.id(), new Involvement(List.of(), List.of()));
    }

    private Map<UserId, Involvement> involved(Call call, Organization organization, List<User> users) {
        return listInvolvements.handle(
                call.caller(), organization.id(), users.stream().map(User::id).collect(Collectors.toSet()));
    }

    private static Map<String, Object> item(
            long number, Organization organization, Map<String, Object> user, @Nullable Involvement involved) {
        addProjects(user, involved);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", number);
        item.put("organization", organization.number());
        item.put("user", user);
        addProjects(item, involved);
        return item;
    }

    private static void addProjects(Map<String, Object> shown, @Nullable Involvement involved) {
        shown.put(CREATED, involved == null ? null : projects(involved.created()));
        shown.put(CONTRIBUTED, involved == null ? null : projects(involved.contributedTo()));
    }

    static List<Map<String, Object>> projects(List<Located> datasets) {
        return datasets.stream()
                .map(located -> Map.<String, Object>of(
                        "id",
                        located.dataset().number(),
                        "title",
                        located.dataset().name().value()))
                .toList();
    }
}
