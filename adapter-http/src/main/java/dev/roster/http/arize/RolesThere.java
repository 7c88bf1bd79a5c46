package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform.CustomRole;
import dev.roster.domain.UserText;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles of an Arize that is read, and what those come to that users and bindings name. */
final class RolesThere {
    /**
     * What somebody holds.
     *
     * @param word one of Roster's predefined roles, the name of a custom one, or what is no role here
     * @param id of a custom one there, or null
     * @param isMembership whether it is one of those by which one belongs to a space
     */
    record Role(String word, @Nullable String id, boolean isMembership) {
        private static Role of(PredefinedRole role, boolean isMembership) {
            return new Role(role.word(), null, isMembership);
        }
    }

    /** What may stand before the name of a role of spaces, as it does before those of projects (contract §6.3). */
    private static final Pattern SPACE = Pattern.compile("^space[ _-]", Pattern.CASE_INSENSITIVE);

    private final Map<String, CustomRole> custom = new LinkedHashMap<>();
    private final Map<String, String> predefined = new LinkedHashMap<>();

    private RolesThere() {}

    /** @param roles as the list has them (contract §6.1) */
    static RolesThere of(List<JsonNode> roles) {
        RolesThere there = new RolesThere();
        for (JsonNode role : roles) {
            String id = role.path("id").asText("");
            String name = role.path("name").asText("");
            if (role.path("is_predefined").asBoolean()) {
                there.predefined.put(id, name);
            } else {
                there.custom.put(id, custom(id, name, role));
            }
        }
        return there;
    }

    private static CustomRole custom(String id, String name, JsonNode role) {
        Set<Permission> known = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (JsonNode permission : role.path("permissions")) {
            String word = permission.asText("");
            ArizePermissions.read(word).ifPresentOrElse(known::add, () -> unknown.add(word));
        }
        String obstacle = unknown.isEmpty()
                ? null
                : "holds " + unknown.stream().map(UserText::quote).collect(Collectors.joining(", "))
                        + ", unknown here; create a role with that name and the other permissions, and import again";
        return new CustomRole(id, name, role.path("description").asText(""), PermissionSet.of(known), obstacle);
    }

    List<CustomRole> custom() {
        return List.copyOf(custom.values());
    }

    /** What an account holds. */
    Role ofAccount(JsonNode assignment) {
        String word = assignment.path("name").asText("");
        String id = assignment.path("id").asText("");
        if (!id.isEmpty()) {
            return byId(id, word, Level.ACCOUNT, false);
        }
        return Level.ACCOUNT
                .predefined(word)
                .map(role -> Role.of(role, false))
                .orElseGet(() -> new Role(word, null, false));
    }

    /** What a binding binds. */
    Role bound(String id) {
        return byId(id, id, Level.PLACE, true);
    }

    private Role byId(String id, String otherwise, Level level, boolean onSpace) {
        CustomRole made = custom.get(id);
        if (made != null) {
            return new Role(made.name(), id, false);
        }
        String name = predefined.get(id);
        if (name == null) {
            return new Role(otherwise, id, false);
        }
        Optional<Role> own = isRoster() ? roster(name).map(role -> Role.of(role, false)) : Optional.empty();
        return own.or(() -> level.predefined(bare(name)).map(role -> Role.of(role, onSpace)))
                .orElseGet(() -> new Role(name, null, false));
    }

    private static String bare(String name) {
        return SPACE.matcher(name).replaceFirst("");
    }

    /** Whether the predefined roles are those of another Roster, whose {@code admin} is no {@code ADMIN} of Arize's. */
    private boolean isRoster() {
        return predefined.containsValue(PredefinedRole.MANAGER.word());
    }

    private static Optional<PredefinedRole> roster(String name) {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> Objects.equals(role.word(), name))
                .findFirst();
    }
}
