package dev.roster.http.dialect;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.role.NearestRoles;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How roles are shown in a dialect that has words for only a few: roles of accounts, of organizations and of
 * memberships. It is only a label and does not change what people may do.
 *
 * @param <W> the dialect's words
 */
public final class NearestWords<W> {
    private final NearestRoles nearestRoles;
    private final Map<PredefinedRole, W> words = new LinkedHashMap<>();
    private final List<PredefinedRole> candidates;
    private final W least;
    private final Map<RoleId, W> predefined = new HashMap<>();

    /** @param words the least last, which wins where two are close */
    public NearestWords(NearestRoles nearestRoles, List<W> words, Function<W, PredefinedRole> meaning) {
        this.nearestRoles = nearestRoles;
        words.forEach(word -> this.words.put(meaning.apply(word), word));
        this.candidates = List.copyOf(this.words.keySet());
        this.least = words.get(words.size() - 1);
        for (PredefinedRole role : PredefinedRole.values()) {
            predefined.put(role.id(), word(PredefinedRole.nearest(role.role(), candidates)));
        }
    }

    private W word(PredefinedRole candidate) {
        return words.getOrDefault(candidate, least);
    }

    public W of(Caller caller, RoleId role) {
        return of(caller, List.of(role)).apply(role);
    }

    /** How each of the roles is shown; asks at most once, however many there are. */
    public Function<RoleId, W> of(Caller caller, Collection<RoleId> roles) {
        Map<RoleId, W> shown = shown(caller, roles);
        return role -> shown.getOrDefault(role, least);
    }

    /** All roles that are shown as one of the words. */
    public Set<RoleId> shownAs(Caller caller, Set<W> wanted) {
        Map<RoleId, W> shown = new HashMap<>(predefined);
        nearestRoles.custom(caller, candidates).forEach((id, nearest) -> shown.put(id, word(nearest)));
        shown.values().retainAll(wanted);
        return shown.keySet();
    }

    private Map<RoleId, W> shown(Caller caller, Collection<RoleId> roles) {
        Set<RoleId> custom = new HashSet<>(roles);
        custom.removeAll(predefined.keySet());
        if (custom.isEmpty()) {
            return predefined;
        }
        Map<RoleId, W> shown = new HashMap<>(predefined);
        nearestRoles
                .handle(caller, new NearestRoles.Query(custom, candidates))
                .forEach((id, nearest) -> shown.put(id, word(nearest)));
        return shown;
    }

    /**
     * Clients send back with every update what they were shown. That is no wish to change it, least of all where the role
     * is only shown as another.
     */
    public static <W> Change<W> unlessAsShown(Change<W> sent, W shown) {
        return sent.orElse(shown).equals(shown) ? Change.none() : sent;
    }
}
