package dev.roster.application.audit;

import dev.roster.domain.audit.AuditEvent.Change;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects which fields a use case changed. What is equal before and after is left out. Never given a secret. */
public final class Changes {
    private final Map<String, Change> changes = new LinkedHashMap<>();

    public static Changes none() {
        return new Changes();
    }

    public Changes add(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(text(before), text(after)));
        }
        return this;
    }

    /** A field whose value must not be told, as a password. */
    public Changes addHidden(String field) {
        changes.put(field, new Change(null, "(hidden)"));
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    Map<String, Change> asMap() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
