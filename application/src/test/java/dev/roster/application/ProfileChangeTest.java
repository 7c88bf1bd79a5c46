package dev.roster.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import org.junit.jupiter.api.Test;

final class ProfileChangeTest {
    private static final Profile BEFORE = Profile.named(new Username("ada"))
            .withLastName(new PersonName("Byron"))
            .withPhone(new PhoneNumber("110"));

    @Test
    void whatIsNotNamedStays() {
        ProfileChange change = ProfileChange.none().with(ProfileField.LAST_NAME, Change.to(new PersonName("Lovelace")));

        assertThat(change.applyTo(BEFORE)).isEqualTo(BEFORE.withLastName(new PersonName("Lovelace")));
        assertThat(ProfileChange.none().applyTo(BEFORE)).isEqualTo(BEFORE);
    }

    @Test
    void onlyWhatMayBeMissingIsTakenAway() {
        ProfileChange change = ProfileChange.none()
                .with(ProfileField.FIRST_NAME, Change.toNothing())
                .with(ProfileField.PHONE, Change.toNothing());

        assertThat(change.applyTo(BEFORE)).isEqualTo(BEFORE.withPhone(null));
    }

    @Test
    void nothingGivenIsNoChange() {
        ProfileChange change = ProfileChange.none()
                .withGiven(ProfileField.PHONE, null)
                .withGiven(ProfileField.DISPLAY_NAME, new PersonName("Countess"));

        assertThat(change.applyTo(BEFORE)).isEqualTo(BEFORE.withDisplayName(new PersonName("Countess")));
    }
}
