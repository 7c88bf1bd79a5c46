package dev.roster.persistence.sql;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsAtRestTest {
    @Test
    void noFileHoldsASecretInClear(@TempDir Path directory) throws IOException {
        try (OpenStores stores = new OpenStores()) {
            Ports ports = stores.open(StoreAddress.file(directory.resolve("roster.db")));
            GivenUser ana = new Given(ports)
                    .user("ana-unal")
                    .password("a clear password")
                    .token("a-clear-token");
            ana.session("a-clear-session");
            ana.apiKey("rk_a-clear-api-key");
            giveLinks(ports, ana.id());

            List<String> files = contents(directory);

            assertThat(files).hasSizeGreaterThan(1).anyMatch(content -> content.contains("ana-unal"));
            assertThat(files).noneMatch(content -> content.contains("a clear") || content.contains("a-clear"));
        }
    }

    @Test
    void noFileHoldsAMailInClear(@TempDir Path directory) throws IOException {
        try (OpenStores stores = new OpenStores()) {
            Ports ports = stores.open(StoreAddress.file(directory.resolve("roster.db")));
            UseCases useCases = UseCases.over(ports, InstantSource.system());
            EmailAddress address = new EmailAddress("ana-unal@example.org");
            Map<String, String> values =
                    Map.of("link", "https://roster.example/a-clear-link", "expires", "2036-03-01T08:30:00Z");
            useCases.get(Postbox.class).send(new Letter(address, Letter.Kind.INVITATION, values));
            useCases.get(Postbox.class).send(new Letter(address, Letter.Kind.INVITATION, values));
            ((RememberingCarrier) ports.mailCarrier())
                    .failWith(MailUndeliveredException.passing("no answer", "550 ana-unal@example.org", null));
            useCases.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 1);

            List<String> files = contents(directory);

            assertThat(files).anyMatch(content -> content.contains("INVITATION") && content.contains("no answer"));
            assertThat(files).noneMatch(content -> content.contains("ana-unal") || content.contains("a-clear-link"));
        }
    }

    /** An invitation, a link into an organization and a link to set a password, kept as the use cases keep them. */
    private static void giveLinks(Ports ports, UserId user) {
        ports.invitations()
                .put(InvitationBuilder.builder()
                        .id(new InvitationId(ports.ids().next()))
                        .number(0)
                        .user(user)
                        .mode(InviteMode.LINK)
                        .digest(SecretDigest.of("a-clear-invitation"))
                        .createdAt(THEN)
                        .sentAt(THEN)
                        .expiresAt(THEN)
                        .build());
        ports.inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(new Given(ports).organization().id())
                        .digest(SecretDigest.of("a-clear-invite-link"))
                        .sealed(ports.sealer().seal("invite link", "a-clear-invite-link"))
                        .createdAt(THEN)
                        .uses(0)
                        .domains(Set.of())
                        .build());
        ports.passwordResets().put(user, SecretDigest.of("a-clear-reset"), THEN);
        ports.logInLinks().put(user, SecretDigest.of("a-clear-log-in-link"), THEN);
    }

    private static List<String> contents(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(SecretsAtRestTest::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
