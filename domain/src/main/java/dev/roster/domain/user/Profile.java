package dev.roster.domain.user;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What users can edit about themselves. Only the first name is required; initially it is the username. */
@RecordBuilder
public record Profile(
        PersonName firstName,
        @Nullable PersonName lastName,
        @Nullable PersonName displayName,
        @Nullable PhoneNumber phone,
        @Nullable Pronouns pronouns)
        implements ProfileBuilder.With {
    public Profile {
        Objects.requireNonNull(firstName, "firstName");
    }

    public static Profile named(Username username) {
        return ProfileBuilder.builder().firstName(firstName(username)).build();
    }

    /** The same after its user was renamed: a first name that was only the username changes too. */
    public Profile renamed(Username before, Username after) {
        return firstName.equals(firstName(before)) ? withFirstName(firstName(after)) : this;
    }

    private static PersonName firstName(Username username) {
        return ProfileField.FIRST_NAME.parse(username.value());
    }

    /** First and last name with one blank between them, or the first name alone. */
    public String fullName() {
        return lastName == null ? firstName.value() : firstName.value() + " " + lastName.value();
    }
}
