package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.flat.FindFlatMembers;
import dev.roster.application.flat.ListStandings;
import dev.roster.application.flat.ListStandings.Standing;
import dev.roster.application.role.NearestRoles;
import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.NearestWords;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are shown as in an organization; a few questions for any number of them. */
final class Standings {
    /** The title of the one workspace of an organization, whose datasets are the projects. */
    static final String WORKSPACE = "projects";

    /** A member of an organization: the membership, and the word for it. */
    record Shown(Membership membership, LabelStudioRole role) {
        /** Whether this word is shown for want of one of its own: for an owner, or for another role held in the organization. */
        boolean isStandIn() {
            RoleRef held = membership.role();
            return role == LabelStudioRole.OW
                    || (role.word() != null
                            && held != null
                            && !role.meaning().id().equals(held.id()));
        }
    }

    /** A user whose standing is known, so that it is asked for once in a request. */
    record Member(User user, Shown standing) {}

    private final ListStandings listStandings;
    private final NearestWords<LabelStudioRole> words;
    private final Now now;

    @Inject
    Standings(ListStandings listStandings, NearestRoles nearestRoles, Now now) {
        this.listStandings = listStandings;
        this.words = new NearestWords<>(nearestRoles, LabelStudioRole.MEANT, LabelStudioRole::meaning);
        this.now = now;
    }

    /** Empty for who is no member. */
    Optional<Member> of(Caller caller, Organization organization, User user) {
        return Optional.ofNullable(of(caller, organization, List.of(user)).get(user.id()))
                .map(shown -> new Member(user, shown));
    }

    /** Who is no member of the organization is not among them. */
    Map<UserId, Shown> of(Caller caller, Organization organization, Collection<User> users) {
        Map<UserId, Standing> found = listStandings.handle(
                caller,
                new ListStandings.Query(
                        organization.id(),
                        WORKSPACE,
                        users.stream().map(User::id).collect(Collectors.toSet())));
        Map<UserId, MemberStanding> standings = new HashMap<>();
        for (User user : users) {
            Standing standing = found.get(user.id());
            if (standing != null) {
                standings.put(
                        user.id(),
                        MemberStanding.of(
                                user,
                                standing.membership(),
                                standing.inWorkspace(),
                                LabelStudioRole.OW.meaning().id(),
                                now.get()));
            }
        }
        List<RoleId> roles = standings.values().stream()
                .flatMap(standing -> Stream.ofNullable(standing.role()))
                .map(RoleRef::id)
                .distinct()
                .toList();
        Function<RoleId, LabelStudioRole> nearest = words.of(caller, roles);
        Map<UserId, Shown> shown = new HashMap<>();
        standings.forEach((user, standing) -> shown.put(
                user, new Shown(Objects.requireNonNull(found.get(user)).membership(), word(standing, nearest))));
        return shown;
    }

    private static LabelStudioRole word(MemberStanding standing, Function<RoleId, LabelStudioRole> nearest) {
        LabelStudioRole plain = LabelStudioRole.of(standing.kind());
        return plain == null
                ? nearest.apply(Objects.requireNonNull(standing.role()).id())
                : plain;
    }

    /** What people are who are shown as one of the words. */
    FindFlatMembers.Standings shownAs(Caller caller, Set<LabelStudioRole> wanted) {
        Set<MemberStanding.Kind> kinds = EnumSet.allOf(MemberStanding.Kind.class);
        kinds.removeIf(kind -> !wanted.contains(LabelStudioRole.of(kind)));
        return new FindFlatMembers.Standings(kinds, words.shownAs(caller, wanted));
    }
}
