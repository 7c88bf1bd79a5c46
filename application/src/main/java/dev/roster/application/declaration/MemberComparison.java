package dev.roster.application.declaration;

import dev.roster.application.declaration.MemberPlace.Standing;
import dev.roster.application.declaration.Step.Action;
import dev.roster.domain.UserText;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the members that a place is to have with those it has. */
final class MemberComparison {
    private final MemberPlace place;
    private final Known known;
    private final Draft draft;
    private final Map<UserId, Standing> there = new LinkedHashMap<>();
    private final Map<UserId, String> named = new HashMap<>();

    MemberComparison(MemberPlace place, Known known, Draft draft) {
        this.place = place;
        this.known = known;
        this.draft = draft;
    }

    /** @param spared those who may stay although they are not among the wanted */
    void compare(List<DeclaredMember> wanted, Set<UserId> spared) {
        place.standings().forEach(standing -> there.put(standing.user().id(), standing));
        wanted.forEach(this::compare);
        if (known.prune()) {
            there.values().stream()
                    .map(Standing::user)
                    .filter(user -> !named.containsKey(user.id()) && !spared.contains(user.id()))
                    .forEach(this::remove);
        }
    }

    private void compare(DeclaredMember member) {
        User user = known.people().get(member.login());
        if (user == null) {
            draft.unknownUser(pathTo(member), member.user());
            return;
        }
        String before = named.putIfAbsent(user.id(), member.user());
        if (before != null) {
            fault(
                    member,
                    UserText.quote(before) + " and " + UserText.quote(member.user())
                            + " are the same user, name them once");
        } else if (hasSoundRole(member)) {
            compare(user, roleOf(member), pathTo(member));
        }
    }

    private boolean hasSoundRole(DeclaredMember member) {
        RoleName role = member.role();
        if (role != null && !role.isForPlaces()) {
            fault(member, "owner is an account role and cannot be held in a single place");
            return false;
        }
        if (role != null && roleOf(member) == null) {
            draft.unknownRole(pathTo(member), role);
            return false;
        }
        return true;
    }

    private @Nullable String roleOf(DeclaredMember member) {
        RoleName role = member.role();
        RoleName found = role == null ? null : known.roles().get(role.key());
        return found == null ? null : found.value();
    }

    private void compare(User user, @Nullable String role, List<String> path) {
        Standing standing = there.get(user.id());
        if (standing == null) {
            draft.add(path, step(Action.ADD, user).with("role", null, role), () -> place.add(user.id(), role));
        } else if (!Objects.equals(nameOf(standing.role()), role)) {
            draft.change(
                    path,
                    step(Action.CHANGE, user).with("role", nameOf(standing.role()), role),
                    () -> place.changeRole(user.id(), role));
        }
    }

    private void remove(User user) {
        String role = nameOf(Objects.requireNonNull(there.get(user.id())).role());
        draft.remove(
                pathToMembers(), step(Action.REMOVE, user).with("role", role, null), () -> place.remove(user.id()));
    }

    private Step step(Action action, User user) {
        draft.concern(user.id());
        return Step.of(action, place.kind(), user.username(), place.name());
    }

    private static @Nullable String nameOf(@Nullable RoleRef role) {
        return role == null ? null : role.name().value();
    }

    private void fault(DeclaredMember member, String reason) {
        draft.fault(pathTo(member), reason);
    }

    private List<String> pathTo(DeclaredMember member) {
        return Stream.concat(pathToMembers().stream(), Stream.of(member.user())).toList();
    }

    private List<String> pathToMembers() {
        return Stream.concat(place.path().stream(), Stream.of("members")).toList();
    }
}
