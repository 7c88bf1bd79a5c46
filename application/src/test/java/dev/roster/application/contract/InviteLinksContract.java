package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.InviteLinks;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link InviteLinks} must do. */
public interface InviteLinksContract extends StoreContract {
    SecretDigest LINK = SecretDigest.of("link");

    @Test
    default void inviteLinkComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        InviteLink narrow = new InviteLink(
                acme.id(),
                LINK,
                "sealed",
                THEN,
                THEN.plusSeconds(60),
                7,
                3,
                Set.of("example.org", "münchen.example", "a.example"));
        InviteLink wide = link(beta, SecretDigest.of("wide"), null, null);

        ports.inviteLinks().put(narrow);
        ports.inviteLinks().put(wide);

        assertThat(ports.inviteLinks().find(acme.id())).contains(narrow);
        assertThat(ports.inviteLinks().find(beta.id())).contains(wide);
        assertThat(ports.inviteLinks().findByDigest(LINK)).contains(narrow);
        assertThat(ports.inviteLinks().findByDigest(wide.digest())).contains(wide);
    }

    @Test
    default void unknownInviteLinksAreNotFound() {
        InviteLinks links = ports().inviteLinks();
        OrganizationId none = new OrganizationId(new UUID(1, 2));

        assertThat(links.find(none)).isEmpty();
        assertThat(links.findByDigest(LINK)).isEmpty();
        assertThat(links.use(LINK, THEN)).isFalse();
        assertThat(links.remove(none)).isFalse();
    }

    @Test
    default void newerInviteLinkKillsTheOlder() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        ports.inviteLinks().put(link(acme, LINK, THEN.plusSeconds(60), 5));
        ports.inviteLinks().use(LINK, THEN);
        ports.inviteLinks().put(link(beta, SecretDigest.of("betas"), null, null));
        InviteLink newer = link(acme, SecretDigest.of("newer"), null, null);

        ports.inviteLinks().put(newer);

        assertThat(ports.inviteLinks().find(acme.id())).contains(newer);
        assertThat(ports.inviteLinks().findByDigest(LINK)).isEmpty();
        assertThat(ports.inviteLinks().use(LINK, THEN)).isFalse();
        assertThat(ports.inviteLinks().use(SecretDigest.of("betas"), THEN)).isTrue();
    }

    @Test
    default void usesAreCountedUpToTheMost() {
        Ports ports = ports();
        InviteLink link = link(new Given(ports).organization("acme"), LINK, null, 2);
        ports.inviteLinks().put(link);

        assertThat(ports.inviteLinks().use(LINK, THEN)).isTrue();
        assertThat(ports.inviteLinks().findByDigest(LINK)).contains(Given.usedOnceMore(link));
        assertThat(ports.inviteLinks().use(LINK, THEN)).isTrue();
        assertThat(ports.inviteLinks().use(LINK, THEN)).isFalse();
        assertThat(ports.inviteLinks().findByDigest(LINK)).contains(Given.usedOnceMore(Given.usedOnceMore(link)));
    }

    @Test
    default void inviteLinkWithoutALimitIsAlwaysOpen() {
        Ports ports = ports();
        InviteLink link = link(new Given(ports).organization("acme"), LINK, null, null);
        ports.inviteLinks().put(link);

        assertThat(ports.inviteLinks().use(LINK, THEN.plusSeconds(1_000_000))).isTrue();
        assertThat(ports.inviteLinks().findByDigest(LINK)).contains(Given.usedOnceMore(link));
    }

    @Test
    default void expiredInviteLinkCountsNothing() {
        Ports ports = ports();
        Instant end = THEN.plusSeconds(60);
        InviteLink link = link(new Given(ports).organization("acme"), LINK, end, null);
        ports.inviteLinks().put(link);

        assertThat(ports.inviteLinks().use(LINK, end)).isFalse();
        assertThat(ports.inviteLinks().findByDigest(LINK)).contains(link);
        assertThat(ports.inviteLinks().use(LINK, end.minusNanos(1_000))).isTrue();
    }

    @Test
    default void removingAnInviteLinkTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        InviteLink betas = link(given.organization("beta"), SecretDigest.of("betas"), null, null);
        ports.inviteLinks().put(link(acme, LINK, null, null));
        ports.inviteLinks().put(betas);

        assertThat(ports.inviteLinks().remove(acme.id())).isTrue();
        assertThat(ports.inviteLinks().remove(acme.id())).isFalse();
        assertThat(ports.inviteLinks().findByDigest(LINK)).isEmpty();
        assertThat(ports.inviteLinks().find(betas.organization())).contains(betas);
    }

    @Test
    default void noMoreThanTheMostGetIn() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Organization acme = new Given(ports).organization("acme");
        ports.inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(acme.id())
                        .digest(LINK)
                        .sealed("sealed")
                        .createdAt(THEN)
                        .mostUses(8)
                        .uses(3)
                        .domains(Set.of())
                        .build());
        AtomicInteger used = new AtomicInteger();

        Race.run(20, runner -> () -> {
            boolean mine =
                    ports.transactions().inTransaction(() -> ports.inviteLinks().use(LINK, THEN));
            used.addAndGet(mine ? 1 : 0);
        });

        assertThat(used).hasValue(5);
        assertThat(ports.inviteLinks().find(acme.id()).orElseThrow().uses()).isEqualTo(8);
    }

    private static InviteLink link(
            Organization organization, SecretDigest digest, @Nullable Instant end, @Nullable Integer most) {
        return new InviteLink(organization.id(), digest, "sealed", THEN, end, most, 0, Set.of());
    }
}
