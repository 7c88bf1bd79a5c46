package dev.roster.application.work;

import dev.roster.application.access.EndedSecrets;
import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects which fields a use case changed. What is equal before and after is left out. Never given a secret. */
public final class Changes {
    private static final String USER = "user";

    private final Map<String, Change> changes = new LinkedHashMap<>();
    private @Nullable UserId person;

    public static Changes none() {
        return new Changes();
    }

    /** @throws IllegalArgumentException for another user's username: pass the user, or the name can never be erased */
    public Changes add(String field, @Nullable Object before, @Nullable Object after) {
        if (field.equals(USER) && (before instanceof Username || after instanceof Username)) {
            throw new IllegalArgumentException("a user is added with addUser or removeUser");
        }
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(text(before), text(after)));
        }
        return this;
    }

    /** A field that had no value before. */
    public Changes set(String field, @Nullable Object value) {
        return add(field, null, value);
    }

    /** The status, where it is another than before. */
    public Changes addStatus(User before, User after) {
        return add("status", before.status().word(), after.status().word());
    }

    /** Each field of a profile that is another than before. */
    public Changes addProfile(Profile before, Profile after) {
        ProfileField.ALL.forEach(field -> add(field.word(), field.of(before), field.of(after)));
        return this;
    }

    /** Each field of a new profile. */
    public Changes setProfile(Profile profile) {
        ProfileField.ALL.forEach(field -> set(field.word(), field.of(profile)));
        return this;
    }

    /** Whom something was given to, in the field {@code user}. */
    public Changes addUser(User user) {
        return naming(user, Change.to(user.username().value()));
    }

    /** Whom something was taken from, in the field {@code user}. */
    public Changes removeUser(User user) {
        return naming(user, Change.from(user.username().value()));
    }

    private Changes naming(User user, Change change) {
        person = user.id();
        changes.put(USER, change);
        return this;
    }

    /** How many secrets ended with this, each kind in a field of its own. */
    public Changes addEnded(EndedSecrets ended) {
        for (ShownSecrets.Kind kind : ShownSecrets.Kind.values()) {
            set("ended_" + kind.word().replace('-', '_'), ended.counts().get(kind));
        }
        return this;
    }

    /** A field whose value must not be recorded, such as a password. */
    public Changes addHidden(String field) {
        changes.put(field, Change.to("(hidden)"));
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The user whom they name, if they name one that they are not about. */
    @Nullable
    UserId person() {
        return person;
    }

    Map<String, Change> asMap() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
