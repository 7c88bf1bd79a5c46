package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    private static User user(String first, @Nullable String last, @Nullable String display) {
        return User.person(new UserId(new UUID(1, 2)), new Username("ana"), Instant.EPOCH)
                .withProfile(ProfileBuilder.builder()
                        .firstName(new PersonName(first))
                        .lastName(name(last))
                        .displayName(name(display))
                        .build());
    }

    private static @Nullable PersonName name(@Nullable String text) {
        return text == null ? null : new PersonName(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, A",
        "ada maria lovelace, AL",
        "élodie durand, ÉD",
        "жанна, Ж",
        "王小明, 王",
        "<script>, S",
        "&amp; <b>co</b>, AB",
        "r2 2d, R2",
        "(ada) 🦊 [lovelace], AL",
        "🦊, ?"
    })
    void areTheFirstLettersOfTheFirstAndTheLastWord(String name, String expected) {
        assertThat(Initials.of(user(name, null, null)).letters()).isEqualTo(expected);
    }

    @Test
    void displayNameComesBeforeTheFullName() {
        assertThat(Initials.of(user("ada", "lovelace", null)).letters()).isEqualTo("AL");
        assertThat(Initials.of(user("ada", "lovelace", "Countess")).letters()).isEqualTo("C");
    }

    @Test
    void colourStaysWhenTheNameChanges() {
        Initials before = Initials.of(user("ada", null, null));
        Initials after = Initials.of(user("bob", "jones", null));

        assertThat(after.colour()).isEqualTo(before.colour());
    }

    @Test
    void whiteIsReadableOnEveryColour() {
        assertThat(Initials.COLOURS)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        colour -> assertThat(1.05 / (luminance(colour) + 0.05)).isGreaterThanOrEqualTo(4.5));
    }

    /** The relative luminance of WCAG 2.2. */
    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
