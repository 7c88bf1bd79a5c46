package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.application.port.MailCarrier;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link MailCarrier} must do. */
public interface MailCarrierContract {
    EmailAddress ANA = new EmailAddress("ana@example.org");
    Map<String, String> VALUES = Map.of(
            "link", "https://roster.example/secret",
            "expires", "2026-03-09T08:30:00Z",
            "username", "ana",
            "organization", "Bird Watch",
            "role", "annotator",
            "workspaces", "Owls (reviewer), Terns",
            "inviter", "olga");

    MailCarrier mailCarrier();

    @ParameterizedTest
    @EnumSource
    default void everyKindOfLetterIsCarriedAndAgain(Letter.Kind kind) {
        MailCarrier carrier = mailCarrier();
        MailId id = new MailId(UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)));

        assertThatCode(() -> carrier.carry(id, new Letter(ANA, kind, VALUES))).doesNotThrowAnyException();
        assertThatCode(() -> carrier.carry(id, new Letter(ANA, kind, VALUES))).doesNotThrowAnyException();
    }

    @Test
    default void checkOfAReadyCarrierPasses() {
        assertThatCode(mailCarrier()::check).doesNotThrowAnyException();
    }

    @Test
    default void destinationIsNamed() {
        assertThat(mailCarrier().destination()).isNotBlank();
    }
}
