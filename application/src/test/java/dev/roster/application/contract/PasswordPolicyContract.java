package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link PasswordPolicy} must do. */
public interface PasswordPolicyContract {
    PasswordPolicy passwordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "the sun is shining today",
                "xK9#mQ2$vL7@pR4",
                "соленые огурцы на завтрак",
                "rumpelstiltskin 🦊 sings at dawn",
                " leading, trailing and many blanks "
            })
    default void longAndUnusualPasswordsAreTaken(String text) {
        ContextWords about = ContextWords.of(new Username("ana"), new EmailAddress("ana@example.org"));

        assertThatCode(() -> passwordPolicy().check(Password.chosen(text), about))
                .doesNotThrowAnyException();
    }
}
