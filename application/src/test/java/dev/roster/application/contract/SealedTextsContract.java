package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.SealedTexts;
import dev.roster.application.port.SealedTexts.Kind;
import dev.roster.application.port.SealedTexts.Sealed;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMailBuilder;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SealedTexts} must do. */
public interface SealedTextsContract extends StoreContract {
    @Test
    default void eachTokenComesOnceAndIsReplaced() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UserId user = given.user("user-" + i).id();
            ports.userTokens().set(user, SecretDigest.of("token " + i), "sealed " + i, THEN);
            users.add(user);
        }
        UserId hidden = given.user("hidden").id();
        ports.userTokens().set(hidden, SecretDigest.of("token"), null, THEN);

        List<Sealed> walked = walk(ports, Kind.USER_TOKEN);
        ports.sealedTexts()
                .replace(walked.stream()
                        .map(text -> new Sealed(text.kind(), text.id(), text.text() + " anew"))
                        .toList());

        assertThat(walked)
                .extracting(Sealed::id)
                .containsExactlyInAnyOrderElementsOf(
                        users.stream().map(UserId::value).toList());
        assertThat(ports.userTokens().sealedOf(users.get(3))).contains("sealed 3 anew");
        assertThat(ports.userTokens().sealedOf(hidden)).isEmpty();
    }

    @Test
    default void linksAndMailsAreReplacedToo() {
        Ports ports = ports();
        OrganizationId organization = new Given(ports).organization().id();
        ports.inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(organization)
                        .digest(SecretDigest.of("link"))
                        .sealed("sealed link")
                        .createdAt(THEN)
                        .uses(0)
                        .domains(Set.of())
                        .build());
        MailId waiting = new MailId(ports.ids().next());
        ports.outbox()
                .add(OutboxMailBuilder.builder()
                        .id(waiting)
                        .kind(Letter.Kind.INVITATION)
                        .sealed("sealed mail")
                        .createdAt(THEN)
                        .attempts(0)
                        .build());

        ports.sealedTexts()
                .replace(List.of(
                        new Sealed(Kind.INVITE_LINK, organization.value(), "another link"),
                        new Sealed(Kind.MAIL, waiting.value(), "another mail")));

        assertThat(ports.inviteLinks().find(organization).orElseThrow().sealed())
                .isEqualTo("another link");
        assertThat(walk(ports, Kind.MAIL)).containsExactly(new Sealed(Kind.MAIL, waiting.value(), "another mail"));
    }

    private static List<Sealed> walk(Ports ports, Kind kind) {
        List<Sealed> walked = new ArrayList<>();
        UUID last = null;
        List<Sealed> page = ports.sealedTexts().after(kind, last, 2);
        while (!page.isEmpty()) {
            walked.addAll(page);
            last = page.get(page.size() - 1).id();
            page = ports.sealedTexts().after(kind, last, 2);
        }
        return walked;
    }
}
