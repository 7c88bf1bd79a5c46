package dev.roster.application.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterTextTest {
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");

    @Test
    void everyLetterComesBack() {
        Letter full = new Letter(
                ANA,
                new UserId(new UUID(1, 2)),
                Kind.INVITATION,
                Map.of(
                        "link", "https://roster.example/invite?t=1:2",
                        "expires", "2026-03-01T08:30:00Z",
                        "organization", "5:áéí 🦊 12:",
                        "inviter", ""));
        Letter bare = new Letter(ANA, Kind.TEST, Map.of());

        assertThat(LetterText.read(LetterText.write(full))).isEqualTo(full);
        assertThat(LetterText.read(LetterText.write(bare))).isEqualTo(bare);
    }
}
