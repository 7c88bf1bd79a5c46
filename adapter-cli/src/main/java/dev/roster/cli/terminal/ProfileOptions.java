package dev.roster.cli.terminal;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Pronouns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The fields of a profile as options, to be mixed in. */
public final class ProfileOptions {
    private ProfileOptions() {}

    /** Of a person who has no account yet. */
    public static class Invited {
        @Option(names = "--first-name", paramLabel = "NAME", description = "The first name; default: the username.")
        private @Nullable PersonName firstName;

        @Option(names = "--last-name", paramLabel = "NAME", description = "The last name; default: none.")
        private @Nullable PersonName lastName;

        @Option(
                names = "--display-name",
                paramLabel = "NAME",
                description = "The name that other people see; need not be unique; default: none.")
        private @Nullable PersonName displayName;

        @Option(
                names = "--pronouns",
                paramLabel = "TEXT",
                description = "The pronouns, such as they/them; 1 to 50 characters; default: none.")
        private @Nullable Pronouns pronouns;

        /** What is given. */
        public ProfileChange given() {
            return ProfileChange.none()
                    .withGiven(ProfileField.FIRST_NAME, firstName)
                    .withGiven(ProfileField.LAST_NAME, lastName)
                    .withGiven(ProfileField.DISPLAY_NAME, displayName)
                    .withGiven(ProfileField.PRONOUNS, pronouns);
        }
    }

    /** Of a person who gets an account at once. */
    public static final class Created extends Invited {
        @Option(
                names = "--phone",
                paramLabel = "NUMBER",
                description = "The telephone number, in any usual spelling; default: none.")
        private @Nullable PhoneNumber phone;

        @Override
        public ProfileChange given() {
            return super.given().withGiven(ProfileField.PHONE, phone);
        }
    }

    /** Of a user whose profile changes. */
    public static final class Updated {
        @ArgGroup
        private @Nullable FirstName firstName;

        @ArgGroup
        private @Nullable LastName lastName;

        @ArgGroup
        private @Nullable DisplayName displayName;

        @ArgGroup
        private @Nullable Phone phone;

        @ArgGroup
        private @Nullable NewPronouns pronouns;

        /** A new first name; in a group as the others are, or the help would show it after them. */
        static final class FirstName {
            @Option(names = "--first-name", paramLabel = "NAME", description = "The new first name.")
            private @Nullable PersonName value;
        }

        /** A new last name, or none. */
        static final class LastName {
            @Option(names = "--last-name", paramLabel = "NAME", description = "The new last name.")
            private @Nullable PersonName value;

            @Option(names = "--clear-last-name", description = "Remove the last name.")
            private boolean cleared;
        }

        /** A new display name, or none. */
        static final class DisplayName {
            @Option(names = "--display-name", paramLabel = "NAME", description = "The new display name.")
            private @Nullable PersonName value;

            @Option(names = "--clear-display-name", description = "Remove the display name.")
            private boolean cleared;
        }

        /** A new telephone number, or none. */
        static final class Phone {
            @Option(names = "--phone", paramLabel = "NUMBER", description = "The new telephone number.")
            private @Nullable PhoneNumber value;

            @Option(names = "--clear-phone", description = "Remove the telephone number.")
            private boolean cleared;
        }

        /** New pronouns, or none. */
        static final class NewPronouns {
            @Option(names = "--pronouns", paramLabel = "TEXT", description = "The new pronouns.")
            private @Nullable Pronouns value;

            @Option(names = "--clear-pronouns", description = "Remove the pronouns.")
            private boolean cleared;
        }

        /** What is given; the rest stays. */
        public ProfileChange changes() {
            return ProfileChange.none()
                    .withGiven(ProfileField.FIRST_NAME, firstName == null ? null : firstName.value)
                    .with(
                            ProfileField.LAST_NAME,
                            lastName == null ? Change.none() : set(lastName.value, lastName.cleared))
                    .with(
                            ProfileField.DISPLAY_NAME,
                            displayName == null ? Change.none() : set(displayName.value, displayName.cleared))
                    .with(ProfileField.PHONE, phone == null ? Change.none() : set(phone.value, phone.cleared))
                    .with(
                            ProfileField.PRONOUNS,
                            pronouns == null ? Change.none() : set(pronouns.value, pronouns.cleared));
        }

        private static <T> Change<T> set(@Nullable T value, boolean cleared) {
            return cleared ? Change.toNothing() : Change.toNullable(value);
        }
    }
}
