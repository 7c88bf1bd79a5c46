package dev.roster.domain.user;

import org.jspecify.annotations.Nullable;

/** What a user is called and may edit alone. Only the first name is always there; it starts as the username. */
public record Profile(
        PersonName firstName,
        @Nullable PersonName lastName,
        @Nullable PersonName displayName,
        @Nullable PhoneNumber phone) {
    public static Profile named(Username username) {
        return new Profile(PersonName.of("first_name", username.value()), null, null, null);
    }

    /** First and last name with one blank between them, or the first name alone. */
    public String fullName() {
        return lastName == null ? firstName.value() : firstName.value() + " " + lastName.value();
    }
}
