package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the predefined roles reach with a registered permission. Owners reach everywhere, the others nowhere unless it is
 * said: within the places where the role is held, or there to open and assigned datasets alone; managers, who pass restrictions,
 * reach all or nothing.
 *
 * @param byRole without those that reach nowhere and without owner
 */
public record RegisteredReach(Map<PredefinedRole, Reach> byRole) {
    /** Owners alone. */
    public static final RegisteredReach NONE = new RegisteredReach(Map.of());

    /** @throws RefusedException INVALID naming {@code reach} */
    public RegisteredReach {
        Map<PredefinedRole, Reach> said = new EnumMap<>(PredefinedRole.class);
        byRole.forEach((role, reach) -> {
            requirePossible(role, reach);
            if (role != PredefinedRole.OWNER && reach != Reach.NOWHERE) {
                said.put(role, reach);
            }
        });
        byRole = Collections.unmodifiableMap(said);
    }

    private static void requirePossible(PredefinedRole role, Reach reach) {
        if (!possible(role).contains(reach)) {
            throw impossible(role, word(reach));
        }
    }

    private static RefusedException impossible(PredefinedRole role, String reach) {
        return RefusedException.invalid(
                "reach",
                "invalid reach " + UserText.quote(reach) + " of `" + role.word()
                        + "` with a registered permission, expected "
                        + possible(role).stream().map(RegisteredReach::word).collect(Collectors.joining(" or ")));
    }

    /** Managers pass the restrictions of datasets, for which nobody needs to be assigned to one. */
    private static List<Reach> possible(PredefinedRole role) {
        return switch (role) {
            case OWNER -> List.of(Reach.EVERYWHERE);
            case MANAGER -> List.of(Reach.WITHIN, Reach.NOWHERE);
            case ADMIN, MEMBER, REVIEWER, VIEWER, ANNOTATOR -> List.of(Reach.WITHIN, Reach.ASSIGNED, Reach.NOWHERE);
        };
    }

    /**
     * Reads words such as {@code manager} and {@code within}.
     *
     * @throws RefusedException INVALID naming {@code reach}
     */
    public static RegisteredReach parse(Map<String, String> words) {
        Map<PredefinedRole, Reach> said = new EnumMap<>(PredefinedRole.class);
        words.forEach((word, reach) -> {
            PredefinedRole role = role(word);
            said.put(role, reach(role, reach));
        });
        return new RegisteredReach(said);
    }

    private static PredefinedRole role(String word) {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "reach", "unknown predefined role " + UserText.quote(word) + " in `reach`"));
    }

    /**
     * Reads how far one role reaches.
     *
     * @throws RefusedException INVALID naming {@code reach}
     */
    public static Reach reach(PredefinedRole role, String word) {
        return possible(role).stream()
                .filter(reach -> word(reach).equals(word))
                .findFirst()
                .orElseThrow(() -> impossible(role, word));
    }

    private static String word(Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }

    public Reach of(PredefinedRole role) {
        return role == PredefinedRole.OWNER ? Reach.EVERYWHERE : byRole.getOrDefault(role, Reach.NOWHERE);
    }

    /** What {@link #parse} reads, in the order of the table. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        byRole.forEach((role, reach) -> words.put(role.word(), word(reach)));
        return words;
    }

    /** As {@code manager=within annotator=assigned}. */
    @Override
    public String toString() {
        return words().entrySet().stream()
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(" "));
    }
}
