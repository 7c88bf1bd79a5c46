package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.role.NearestRoles;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What users are shown as, whatever their account role. It is a label: what they may do stays theirs. */
final class ShownRoles {
    private static final Map<RoleId, ArgillaRole> PREDEFINED = predefined();

    private final NearestRoles nearestRoles;

    @Inject
    ShownRoles(NearestRoles nearestRoles) {
        this.nearestRoles = nearestRoles;
    }

    private static Map<RoleId, ArgillaRole> predefined() {
        Map<RoleId, ArgillaRole> shown = new HashMap<>();
        for (PredefinedRole role : PredefinedRole.values()) {
            shown.put(role.id(), shownAs(PredefinedRole.nearest(role.role(), ArgillaRole.CANDIDATES)));
        }
        return Map.copyOf(shown);
    }

    private static ArgillaRole shownAs(PredefinedRole candidate) {
        return ArgillaRole.WORDS.read(candidate.word()).orElseThrow();
    }

    ArgillaRole of(Caller caller, User user) {
        return of(caller, List.of(user)).apply(user);
    }

    /** What each of the users is shown as; one question at the most, however many. */
    Function<User, ArgillaRole> of(Caller caller, Collection<User> users) {
        Map<RoleId, ArgillaRole> shown = shown(caller, users);
        return user -> shown.getOrDefault(user.role().id(), ArgillaRole.ANNOTATOR);
    }

    private Map<RoleId, ArgillaRole> shown(Caller caller, Collection<User> users) {
        Set<RoleId> custom = new HashSet<>();
        users.forEach(user -> custom.add(user.role().id()));
        custom.removeAll(PREDEFINED.keySet());
        if (custom.isEmpty()) {
            return PREDEFINED;
        }
        Map<RoleId, ArgillaRole> shown = new HashMap<>(PREDEFINED);
        nearestRoles
                .handle(caller, new NearestRoles.Query(custom, ArgillaRole.CANDIDATES))
                .forEach((id, nearest) -> shown.put(id, shownAs(nearest)));
        return shown;
    }
}
