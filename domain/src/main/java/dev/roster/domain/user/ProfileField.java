package dev.roster.domain.user;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a profile, with its name in stores, files, interfaces and the audit trail. Code that treats all fields alike
 * iterates over {@link #ALL}, so that a new field is only added here.
 *
 * @param <T> the value that it holds
 */
public final class ProfileField<T> {
    public static final ProfileField<PersonName> FIRST_NAME = name(
            "first_name", Profile::firstName, (profile, name) -> name == null ? profile : profile.withFirstName(name));
    public static final ProfileField<PersonName> LAST_NAME =
            name("last_name", Profile::lastName, Profile::withLastName);
    public static final ProfileField<PersonName> DISPLAY_NAME =
            name("display_name", Profile::displayName, Profile::withDisplayName);
    public static final ProfileField<PhoneNumber> PHONE =
            new ProfileField<>("phone", PhoneNumber::new, Profile::phone, Profile::withPhone);
    public static final ProfileField<Pronouns> PRONOUNS =
            new ProfileField<>("pronouns", Pronouns::new, Profile::pronouns, Profile::withPronouns);

    /** All of them, in the order in which they are shown. */
    public static final List<ProfileField<?>> ALL = List.of(FIRST_NAME, LAST_NAME, DISPLAY_NAME, PHONE, PRONOUNS);

    private final String word;
    private final Function<String, T> reading;
    private final Function<Profile, @Nullable T> getting;
    private final BiFunction<Profile, @Nullable T, Profile> setting;

    private ProfileField(
            String word,
            Function<String, T> reading,
            Function<Profile, @Nullable T> getting,
            BiFunction<Profile, @Nullable T, Profile> setting) {
        this.word = word;
        this.reading = reading;
        this.getting = getting;
        this.setting = setting;
    }

    private static ProfileField<PersonName> name(
            String word,
            Function<Profile, @Nullable PersonName> getting,
            BiFunction<Profile, @Nullable PersonName, Profile> setting) {
        return new ProfileField<>(word, text -> PersonName.of(word, text), getting, setting);
    }

    /** Lower case, with underscores between parts. */
    public String word() {
        return word;
    }

    /** Whether a profile may be without it. */
    public boolean isOptional() {
        return this != FIRST_NAME;
    }

    /**
     * Whether such a text is the wish to be without: a user clears a telephone number by deleting what they see of it.
     */
    public boolean isClearedBy(String text) {
        return this == PHONE && text.isEmpty();
    }

    /** @throws dev.roster.domain.RefusedException INVALID naming the field */
    public T parse(String text) {
        return reading.apply(text);
    }

    public @Nullable T of(Profile profile) {
        return getting.apply(profile);
    }

    /** What it holds as text, or null. */
    public @Nullable String text(Profile profile) {
        T value = of(profile);
        return value == null ? null : value.toString();
    }

    /** The profile with that value, or without one; a field that is not {@linkplain #isOptional optional} stays then. */
    public Profile set(Profile profile, @Nullable T value) {
        return setting.apply(profile, value);
    }

    /**
     * The same with a text to {@linkplain #parse parse}.
     *
     * @throws dev.roster.domain.RefusedException INVALID naming the field
     */
    public Profile setText(Profile profile, @Nullable String text) {
        return set(profile, text == null ? null : parse(text));
    }

    @Override
    public String toString() {
        return word;
    }
}
