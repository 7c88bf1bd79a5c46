package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.flat.ListStandings;
import dev.roster.application.flat.ListStandings.Standing;
import dev.roster.application.role.NearestRoles;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.dialect.NearestWords;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        Map<UserId, RoleRef> held = new HashMap<>();
        for (User user : users) {
            Standing standing = found.get(user.id());
            RoleRef role = standing == null ? null : held(user, standing);
            if (role != null) {
                held.put(user.id(), role);
            }
        }
        List<RoleId> roles = held.values().stream().map(RoleRef::id).distinct().toList();
        Function<RoleId, LabelStudioRole> nearest = words.of(caller, roles);
        return users.stream()
                .filter(user -> found.containsKey(user.id()))
                .collect(Collectors.toMap(
                        User::id,
                        user -> new Shown(
                                Objects.requireNonNull(found.get(user.id())).membership(),
                                word(user, held.get(user.id()), nearest))));
    }

    /** The role of the membership; else that in the workspace; else an account role that is more than everybody has. */
    private static @Nullable RoleRef held(User user, Standing standing) {
        if (standing.membership().role() != null) {
            return standing.membership().role();
        }
        Membership within = standing.inWorkspace();
        if (within != null) {
            return within.role() == null ? user.role() : within.role();
        }
        return PredefinedRole.ANNOTATOR.id().equals(user.role().id()) ? null : user.role();
    }

    private LabelStudioRole word(User user, @Nullable RoleRef held, Function<RoleId, LabelStudioRole> nearest) {
        if (user.status() == UserStatus.DEACTIVATED) {
            return LabelStudioRole.DI;
        }
        if (LabelStudioRole.OW.meaning().id().equals(user.role().id())) {
            return LabelStudioRole.OW;
        }
        return held == null || !user.isActiveAt(now.get()) ? LabelStudioRole.NO : nearest.apply(held.id());
    }
}
