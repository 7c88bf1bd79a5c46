package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    private static final String LOCAL = "l".repeat(64);
    private static final String LABEL = "d".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "a@b.c",
                "admin@localhost",
                "x@intranet",
                "ada.lovelace+roster@mail.example.co.uk",
                "o'neill!#$%&*/=?^_`{|}~-@example.org",
                "jörg@bücher.example",
                "ada@xn--bcher-kva.example",
                "1@2.example"
            })
    void takesWhatPeopleWrite(String text) {
        assertThat(new EmailAddress(" " + text + " ").value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@@example.org",
                "ada@bob@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "ada..l@example.org",
                "ada@.example.org",
                "ada@example..org",
                "ada@example.org.",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exa_mple.org",
                "ada l@example.org",
                "\"ada l\"@example.org",
                "ada@[127.0.0.1]",
                "Ada <ada@example.org>",
                "ada@example.org,bob@example.org",
                "ada@example.org\nBcc: bob@example.org"
            })
    void refusesWhatMailWouldNotReach(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("email"));
    }

    @Test
    void keepsToTheLengthsOfTheProtocol() {
        String longest = LOCAL + "@" + LABEL + "." + LABEL + "." + "d".repeat(61);

        assertThat(new EmailAddress(longest).value()).hasSize(254);
        assertThatThrownBy(() -> new EmailAddress(longest + "d"))
                .hasMessage("email has 255 characters, the maximum is 254");
        assertThatThrownBy(() -> new EmailAddress("l" + LOCAL + "@example.org")).hasMessageContaining("invalid");
        assertThatThrownBy(() -> new EmailAddress("l@d" + LABEL + ".org")).hasMessageContaining("invalid");
    }

    @Test
    void aLongWrongAddressIsRefusedAtOnce() {
        String slow = "a.".repeat(120) + "@" + "a-".repeat(5);

        assertThatThrownBy(() -> new EmailAddress(slow)).isInstanceOf(RefusedException.class);
    }

    @Test
    void caseIsKeptButDoesNotCount() {
        EmailAddress spelled = new EmailAddress("Ada@Example.ORG");

        assertThat(spelled).hasToString("Ada@Example.ORG");
        assertThat(spelled.key()).isEqualTo(new EmailAddress("ada@example.org").key());
        assertThat(spelled.domain()).isEqualTo("Example.ORG");
    }

    @Test
    void textIsReadAsAnAddressWhereItIsOne() {
        assertThat(EmailAddress.of("Ada@Example.org").map(EmailAddress::inLowerCase))
                .contains(new EmailAddress("ada@example.org"));
        assertThat(EmailAddress.of("ada")).isEmpty();
        assertThat(EmailAddress.of("default_user@")).isEmpty();
    }
}
