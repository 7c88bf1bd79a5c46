package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.contract.PasswordPolicyContract;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictPasswordPolicyTest implements PasswordPolicyContract {
    private static final PasswordPolicy STRICT = new StrictPasswordPolicy();
    private static final ContextWords ADA = ContextWords.of(
                    new Username("ada"), new EmailAddress("lovelace@engine.example"))
            .with(new PersonName("Countess Augusta"));

    @Override
    public PasswordPolicy passwordPolicy() {
        return STRICT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xK9#mQ2$vL7@pR", "🦊 and a monkey", "пароль-пароль"})
    void fewerThanFifteenCharactersAreTooFew(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> STRICT.check(Password.chosen(text), ADA))
                .withMessageMatching("the password has 1[34] characters, expected 15 to 128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password12345678",
                "P@ssw0rd!P@ssw0rd!",
                "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ",
                "qwertyuiopasdfgh",
                "123456789012345",
                "iloveyouiloveyou",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "thisismypassword"
            })
    void commonPasswordsAreRefused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace.ada",
                "AdaLovelace2026!",
                "lovelace@engine.example",
                "countess augusta 1",
                "l0vel4ceL0vel4ce",
                "roster-roster-2026",
                "engine roster admin"
            })
    void passwordsOfTheAccountsOwnWordsAreRefused(String text) {
        refused(text);
    }

    @Test
    void unusualEndMakesUpForACommonBeginning() {
        Password both = Password.chosen("passwordpasswordpassword" + "xK9#mQ2$vL7@pR4");

        assertThatCode(() -> STRICT.check(both, ADA)).doesNotThrowAnyException();
    }

    private static void refused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> STRICT.check(Password.chosen(text), ADA))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.field()).isEqualTo("password");
                    assertThat(refusal.reason())
                            .startsWith("the password is easy to guess")
                            .doesNotContain(text);
                });
    }
}
