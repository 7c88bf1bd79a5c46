package dev.roster.application;

import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a profile; fields that are not named stay the same. */
public final class ProfileChange {
    private static final ProfileChange NONE = new ProfileChange(Map.of());

    private final Map<ProfileField<?>, Change<?>> changes;

    private ProfileChange(Map<ProfileField<?>, Change<?>> changes) {
        this.changes = changes;
    }

    public static ProfileChange none() {
        return NONE;
    }

    public <T> ProfileChange with(ProfileField<T> field, Change<T> change) {
        Map<ProfileField<?>, Change<?>> more = new LinkedHashMap<>(changes);
        more.put(field, change);
        return new ProfileChange(more);
    }

    /** Sets the field, where there is a value for it. */
    public <T> ProfileChange withGiven(ProfileField<T> field, @Nullable T value) {
        return with(field, Change.ifGiven(value));
    }

    /** Whether any field is to change. */
    public boolean isMade() {
        return changes.values().stream().anyMatch(Change::isMade);
    }

    public Profile applyTo(Profile before) {
        Profile after = before;
        for (ProfileField<?> field : changes.keySet()) {
            after = apply(field, after);
        }
        return after;
    }

    @SuppressWarnings("unchecked") // with() puts no other change to a field
    private <T> Profile apply(ProfileField<T> field, Profile before) {
        Change<T> change = (Change<T>) changes.getOrDefault(field, Change.none());
        return field.set(before, change.applyTo(field.of(before)));
    }
}
