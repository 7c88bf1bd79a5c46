package dev.roster.application.declaration;

import dev.roster.domain.text.Worded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a store and a declaration, and what is done about it.
 *
 * @param name of a role, an organization or a workspace, or the username of a user or a member
 * @param place what a workspace or a member is in, by name; null for the others
 * @param changes the fields that change; a member's {@code role} is null where the account role counts
 */
public record Step(
        Action action, Kind kind, String name, @Nullable String place, Map<String, Difference> changes) {
    /** What is done. */
    public enum Action implements Worded {
        ADD,
        CHANGE,
        REMOVE
    }

    /** What it is done to. */
    public enum Kind implements Worded {
        ROLE,
        USER,
        ORGANIZATION,
        WORKSPACE,
        ORGANIZATION_MEMBER,
        WORKSPACE_MEMBER
    }

    /** A field before and after; null where it was or is unset. */
    public record Difference(
            @Nullable String before, @Nullable String after) {}

    public Step {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    static Step of(Action action, Kind kind, Object name, @Nullable Object place) {
        return new Step(action, kind, name.toString(), text(place), Map.of());
    }

    /** The same step with one more change, unless there is none. */
    Step with(String field, @Nullable Object before, @Nullable Object after) {
        Difference difference = new Difference(text(before), text(after));
        if (Objects.equals(difference.before(), difference.after())) {
            return this;
        }
        Map<String, Difference> more = new LinkedHashMap<>(changes);
        more.put(field, difference);
        return new Step(action, kind, name, place, more);
    }

    /** An empty text is as good as none. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
