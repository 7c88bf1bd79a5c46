package dev.roster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.user.EmailAddress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final String LINK = "https://roster.example/invitations/secret";

    @Test
    void letterNeedsWhatItIsAbout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(ANA, Kind.PASSWORD_RESET, Map.of("link", LINK)))
                .withMessageContaining("expires");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(ANA, Kind.INVITATION, Map.of("expires", "2026-03-01T08:30:00Z")))
                .withMessageContaining("link");
    }

    @Test
    void endIsAnInstant() {
        Map<String, String> soon = Map.of("link", LINK, "expires", "2026-03-01T08:30:00Z");

        assertThat(new Letter(ANA, Kind.INVITATION, soon).expires()).contains(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(new Letter(ANA, Kind.TEST, Map.of()).expires()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(ANA, Kind.INVITATION, Map.of("link", LINK, "expires", "in 30 minutes")));
    }

    @Test
    void printsNeitherAddressNorLink() {
        Letter letter = new Letter(ANA, Kind.INVITATION, Map.of("link", LINK, "expires", "2026-03-01T08:30:00Z"));

        assertThat(letter).hasToString("Letter[INVITATION with [expires, link]]");
    }
}
