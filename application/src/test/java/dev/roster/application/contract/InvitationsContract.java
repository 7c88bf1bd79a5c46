package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Invitations.Invited;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Invitations} must do. */
public interface InvitationsContract extends StoreContract {
    @Test
    default void invitationComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Invitation mailed = new Invitation(
                new InvitationId(ports.ids().next()),
                0,
                given.user("ana").id(),
                InviteMode.LINK,
                SecretDigest.of("link"),
                given.owner("olga").id(),
                THEN,
                THEN.plusSeconds(1),
                THEN.plusSeconds(2));
        Invitation told =
                invitation(ports, given.user("bob"), InviteMode.TEMPORARY_PASSWORD, null, THEN.plusSeconds(9));

        Invitation first = ports.invitations().put(mailed);
        Invitation second = ports.invitations().put(told);

        assertThat(first).isEqualTo(mailed.withNumber(first.number()));
        assertThat(second).isEqualTo(told.withNumber(second.number()));
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(ports.invitations().find(mailed.user())).contains(first);
        assertThat(ports.invitations().find(told.user())).contains(second);
        assertThat(ports.invitations().findByDigest(SecretDigest.of("link"))).contains(first);
    }

    @ParameterizedTest
    @EnumSource
    default void invitationIsOvertakenByWhatHappensToItsUser(UserChange change) {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana").email("ana@example.org");
        ports.passwords().set(ana.id(), "hash", THEN);
        SecretDigest link = SecretDigest.of("link");
        Invitation sent = ports.invitations().put(invitation(ports, ana, InviteMode.LINK, link, THEN.plusSeconds(9)));
        Invitation bobs = ports.invitations()
                .put(invitation(ports, given.user("bob"), InviteMode.LINK, null, THEN.plusSeconds(9)));
        assertThat(sent.isPending(THEN)).isTrue();

        change.happenTo(ana.id(), ports);

        boolean alive = !change.overtakes();
        assertThat(ports.invitations().find(ana.id()).orElseThrow().isPending(THEN))
                .isEqualTo(alive);
        assertThat(ports.invitations().findByDigest(link).orElseThrow().overtaken())
                .isNotEqualTo(alive);
        assertThat(list(ports, true, THEN)).isEqualTo(alive ? List.of(sent, bobs) : List.of(bobs));
        assertThat(list(ports, false, THEN)).hasSize(alive ? 0 : 1);
        assertThat(ports.invitations().put(sent).isPending(THEN)).isTrue();
        assertThat(ports.invitations().find(ana.id())).contains(sent);
    }

    @Test
    default void unknownInvitationsAreNotFound() {
        Invitations invitations = ports().invitations();
        UserId nobody = new UserId(new UUID(1, 2));

        assertThat(invitations.find(nobody)).isEmpty();
        assertThat(invitations.findByDigest(SecretDigest.of("nothing"))).isEmpty();
        assertThat(invitations.remove(nobody)).isFalse();
    }

    @Test
    default void laterInvitationReplacesTheFormerAndKeepsItsNumber() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        Invitation former = ports.invitations()
                .put(invitation(ports, ana, InviteMode.LINK, SecretDigest.of("former"), THEN.plusSeconds(9)));
        Invitation bobs = ports.invitations()
                .put(invitation(ports, given.user("bob"), InviteMode.LINK, SecretDigest.of("bobs"), THEN));
        Invitation wanted = new Invitation(
                new InvitationId(ports.ids().next()),
                0,
                ana.id(),
                InviteMode.TEMPORARY_PASSWORD,
                SecretDigest.of("later"),
                given.owner("olga").id(),
                THEN.plusSeconds(20),
                THEN.plusSeconds(21),
                THEN.plusSeconds(22));

        Invitation later = ports.invitations().put(wanted);

        assertThat(later).isEqualTo(wanted.withNumber(former.number()));
        assertThat(ports.invitations().find(ana.id())).contains(later);
        assertThat(ports.invitations().findByDigest(SecretDigest.of("former"))).isEmpty();
        assertThat(ports.invitations().findByDigest(SecretDigest.of("later"))).contains(later);
        assertThat(ports.invitations().findByDigest(SecretDigest.of("bobs"))).contains(bobs);
    }

    @Test
    default void removingAnInvitationTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        ports.invitations().put(invitation(ports, ana, InviteMode.LINK, SecretDigest.of("anas"), THEN));
        GivenUser bob = given.user("bob");
        ports.invitations().put(invitation(ports, bob, InviteMode.LINK, SecretDigest.of("bobs"), THEN));

        assertThat(ports.invitations().remove(ana.id())).isTrue();
        assertThat(ports.invitations().remove(ana.id())).isFalse();
        assertThat(ports.invitations().findByDigest(SecretDigest.of("anas"))).isEmpty();
        assertThat(ports.invitations().find(bob.id())).isPresent();
    }

    @Test
    default void invitationsComeInOrderOfMaking() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser zoe = given.user("zoe");
        GivenUser ana = given.user("ana");
        GivenUser bob = given.user("bob");
        Invitation bornFirst = invitation(ports, bob, InviteMode.LINK, null, THEN);
        Invitation first = ports.invitations().put(invitation(ports, zoe, InviteMode.LINK, null, THEN));
        Invitation second = ports.invitations().put(bornFirst);
        Invitation third = ports.invitations().put(invitation(ports, ana, InviteMode.LINK, null, THEN));

        assertThat(Pages.walk(2, page -> ports.invitations().list(null, THEN, page)))
                .containsExactly(
                        new Invited(first, zoe.user()),
                        new Invited(second, bob.user()),
                        new Invited(third, ana.user()));
    }

    @Test
    default void listTellsPendingFromExpired() {
        Ports ports = ports();
        Given given = new Given(ports);
        Instant end = THEN.plusSeconds(60);
        Invitation ending = ports.invitations().put(invitation(ports, given.user("ana"), InviteMode.LINK, null, end));
        Invitation longer = ports.invitations()
                .put(invitation(ports, given.user("bob"), InviteMode.LINK, null, end.plusSeconds(1)));

        assertThat(list(ports, true, end.minusNanos(1_000))).containsExactly(ending, longer);
        assertThat(list(ports, false, end.minusNanos(1_000))).isEmpty();
        assertThat(list(ports, true, end)).containsExactly(longer);
        assertThat(list(ports, false, end)).containsExactly(ending);
        assertThat(list(ports, null, end)).containsExactly(ending, longer);
    }

    private static List<Invitation> list(Ports ports, @Nullable Boolean pending, Instant now) {
        return ports.invitations().list(pending, now, PageRequest.first()).items().stream()
                .map(Invited::invitation)
                .toList();
    }

    private static Invitation invitation(
            Ports ports, GivenUser user, InviteMode mode, @Nullable SecretDigest digest, Instant end) {
        return InvitationBuilder.builder()
                .id(new InvitationId(ports.ids().next()))
                .number(0)
                .user(user.id())
                .mode(mode)
                .digest(digest)
                .createdAt(THEN)
                .sentAt(THEN)
                .expiresAt(end)
                .build();
    }
}
