package dev.roster.application.importing;

import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps that were found so far, and what of the other platform they bring, by its ids there. */
final class Brought {
    private final boolean withIds;
    private final List<ImportStep> steps = new ArrayList<>();
    private final Map<Kind, Set<List<String>>> taken = new EnumMap<>(Kind.class);

    private final Map<String, Counterpart<RoleId>> roles = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Counterpart<UserId>> people = new HashMap<>();
    private final Map<String, Counterpart<OrganizationId>> organizations = new HashMap<>();
    private final Map<String, Counterpart<WorkspaceId>> workspaces = new HashMap<>();

    /** @param withIds whether the ids there are to be those here */
    Brought(boolean withIds) {
        this.withIds = withIds;
    }

    boolean withIds() {
        return withIds;
    }

    /** Adds a step; what Roster would not take is left out with the reason. */
    void add(Kind kind, String name, Supplier<ImportStep> step) {
        try {
            steps.add(step.get());
        } catch (RefusedException refusal) {
            steps.add(ImportStep.leftOut(kind, name, refusal.reason()));
        }
    }

    List<ImportStep> steps() {
        return List.copyOf(steps);
    }

    /** Whether nothing of that kind and name is to be created yet; from now on it is. */
    boolean isFirst(Kind kind, String place, NameKey name) {
        return taken.computeIfAbsent(kind, any -> new HashSet<>()).add(List.of(place, name.value()));
    }

    Counterpart<RoleId> role(String id, String name) {
        return roles.computeIfAbsent(id, any -> new Counterpart<>(name));
    }

    Counterpart<UserId> person(String id, String name) {
        return people.computeIfAbsent(id, any -> new Counterpart<>(name));
    }

    Counterpart<OrganizationId> organization(String id, String name) {
        return organizations.computeIfAbsent(id, any -> new Counterpart<>(name));
    }

    Counterpart<WorkspaceId> workspace(String id, String name) {
        return workspaces.computeIfAbsent(id, any -> new Counterpart<>(name));
    }

    /** @throws RefusedException INVALID, where they do not come */
    Counterpart<UserId> person(String id) {
        return coming(people.get(id), "user");
    }

    /** @throws RefusedException INVALID, where it does not come */
    Counterpart<OrganizationId> organization(String id) {
        return coming(organizations.get(id), "organization");
    }

    /** @throws RefusedException INVALID, where it does not come */
    Counterpart<WorkspaceId> workspace(String id) {
        return coming(workspaces.get(id), "workspace");
    }

    /** The same, empty where they do not come. */
    Optional<Counterpart<UserId>> findPerson(String id) {
        return Optional.ofNullable(people.get(id));
    }

    boolean hasOrganization(String id) {
        return organizations.containsKey(id);
    }

    boolean hasWorkspace(String id) {
        return workspaces.containsKey(id);
    }

    /** Remembers what people call somebody, whether they come or not. */
    void call(String person, String name) {
        names.put(person, name);
    }

    /** What people call somebody, or their id where nothing is known of them. */
    String nameOf(String person) {
        return names.getOrDefault(person, person);
    }

    /**
     * The role of somebody, as use cases take it; those that are created are there only when their step was done.
     *
     * @param id that of a custom role, or null for one of Roster's own
     * @throws RefusedException INVALID, where there is no such role here and none comes
     */
    Supplier<String> roleOf(String word, @Nullable String id) {
        if (id != null) {
            Counterpart<RoleId> role = coming(roles.get(id), "role " + UserText.quote(word));
            return () -> role.get().toString();
        }
        PredefinedRole known = Arrays.stream(PredefinedRole.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        RefusedException.invalid("role", "has the role " + UserText.quote(word) + ", unknown here"));
        return known::word;
    }

    private static <I> Counterpart<I> coming(@Nullable Counterpart<I> known, String what) {
        if (known == null) {
            throw RefusedException.invalid("import", "the " + what + " is left out");
        }
        return known;
    }
}
