package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ProfileTest {
    private static final Username ADA = new Username("ada");

    @Test
    void everyPartIsAFieldByItsWord() {
        List<String> parts = Arrays.stream(Profile.class.getRecordComponents())
                .map(part -> part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(ProfileField.ALL).extracting(ProfileField::word).containsExactlyElementsOf(parts);
    }

    @Test
    void fieldsReadWhatTheyWrite() {
        Profile profile = Profile.named(ADA);
        for (ProfileField<?> field : ProfileField.ALL) {
            profile = field.setText(profile, "110");
        }
        Profile filled = profile;

        assertThat(ProfileField.ALL).allSatisfy(field -> {
            assertThat(field.text(filled)).isEqualTo("110");
            assertThat(field.text(field.setText(filled, null))).isEqualTo(field.isOptional() ? null : "110");
        });
    }

    @Test
    void firstNameIsAlwaysThere() {
        assertThatNullPointerException()
                .isThrownBy(() -> ProfileBuilder.builder().build())
                .withMessage("firstName");
    }

    @Test
    void firstNameThatWasTheUsernameGoesWithIt() {
        Username grace = new Username("grace");
        Profile own = Profile.named(ADA).withFirstName(new PersonName("Augusta"));

        assertThat(Profile.named(ADA).renamed(ADA, grace)).isEqualTo(Profile.named(grace));
        assertThat(own.renamed(ADA, grace)).isEqualTo(own);
    }
}
