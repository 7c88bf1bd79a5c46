package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.Outbox.Backlog;
import dev.roster.domain.RefusedException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Outbox} must do. */
public interface OutboxContract extends StoreContract {
    Instant LEASE_END = THEN.plusSeconds(300);

    private static OutboxMail mail(Ports ports, @Nullable UserId about, Instant at) {
        OutboxMail mail =
                new OutboxMail(new MailId(ports.ids().next()), about, Letter.Kind.INVITATION, "sealed " + at, at, 0);
        ports.outbox().add(mail);
        return mail;
    }

    private static OutboxMail mail(Ports ports) {
        return mail(ports, null, THEN);
    }

    @Test
    default void mailIsClaimedAsItWasAdded() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        OutboxMail added = mail(ports, ana, THEN);

        OutboxMail claimed = ports.outbox().claim(THEN, LEASE_END).orElseThrow();

        assertThat(claimed).isEqualTo(new OutboxMail(added.id(), ana, added.kind(), added.sealed(), THEN, 1));
    }

    @Test
    default void mailIsNotDueBeforeItWasWritten() {
        Ports ports = ports();
        mail(ports);

        assertThat(ports.outbox().hasDue(THEN.minusSeconds(1))).isFalse();
        assertThat(ports.outbox().claim(THEN.minusSeconds(1), LEASE_END)).isEmpty();
        assertThat(ports.outbox().hasDue(THEN)).isTrue();
    }

    @Test
    default void claimedMailIsNobodyElses() {
        Ports ports = ports();
        mail(ports);
        ports.outbox().claim(THEN, LEASE_END);

        assertThat(ports.outbox().claim(LEASE_END.minusSeconds(1), LEASE_END)).isEmpty();
        assertThat(ports.outbox().hasDue(LEASE_END.minusSeconds(1))).isFalse();
    }

    @Test
    default void mailOfADeadSenderIsDueAgain() {
        Ports ports = ports();
        OutboxMail added = mail(ports);
        ports.outbox().claim(THEN, LEASE_END);

        OutboxMail again =
                ports.outbox().claim(LEASE_END, LEASE_END.plusSeconds(300)).orElseThrow();

        assertThat(again.id()).isEqualTo(added.id());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    default void longestDueComesFirst() {
        Ports ports = ports();
        OutboxMail second = mail(ports, null, THEN.minusSeconds(5));
        OutboxMail first = mail(ports, null, THEN.minusSeconds(10));

        assertThat(List.of(claim(ports), claim(ports))).containsExactly(first.id(), second.id());
    }

    private static MailId claim(Ports ports) {
        return ports.outbox().claim(THEN, LEASE_END).orElseThrow().id();
    }

    @Test
    default void deliveredMailIsGone() {
        Ports ports = ports();
        OutboxMail added = mail(ports);

        ports.outbox().delivered(added.id());
        ports.outbox().delivered(added.id());

        assertThat(ports.outbox().claim(LEASE_END, LEASE_END)).isEmpty();
        assertThat(ports.outbox().backlog()).isEqualTo(new Backlog(0, null, 0, null));
    }

    @Test
    default void failedMailWaitsForItsNextAttempt() {
        Ports ports = ports();
        mail(ports);
        OutboxMail claimed = ports.outbox().claim(THEN, LEASE_END).orElseThrow();

        ports.outbox().failed(claimed, THEN.plusSeconds(1), THEN.plusSeconds(60), "no answer");

        assertThat(ports.outbox().claim(THEN.plusSeconds(59), LEASE_END)).isEmpty();
        assertThat(ports.outbox().claim(THEN.plusSeconds(60), LEASE_END)).isPresent();
        assertThat(ports.outbox().backlog()).isEqualTo(new Backlog(1, THEN, 0, "no answer"));
    }

    @Test
    default void givenUpMailIsOnlyRemembered() {
        Ports ports = ports();
        mail(ports);
        OutboxMail claimed = ports.outbox().claim(THEN, LEASE_END).orElseThrow();

        ports.outbox().giveUp(claimed, THEN, "no such mailbox");

        assertThat(ports.outbox().claim(LEASE_END.plusSeconds(86_400), LEASE_END))
                .isEmpty();
        assertThat(ports.outbox().backlog()).isEqualTo(new Backlog(0, null, 1, "no such mailbox"));
    }

    @Test
    default void lateSenderDoesNotTouchAnothersClaim() {
        Ports ports = ports();
        mail(ports);
        OutboxMail late = ports.outbox().claim(THEN, LEASE_END).orElseThrow();
        ports.outbox().claim(LEASE_END, LEASE_END.plusSeconds(300));

        ports.outbox().failed(late, LEASE_END, LEASE_END, "too late");
        ports.outbox().giveUp(late, LEASE_END, "too late");

        assertThat(ports.outbox().hasDue(LEASE_END.plusSeconds(299))).isFalse();
        assertThat(ports.outbox().backlog()).isEqualTo(new Backlog(1, THEN, 0, null));
    }

    @Test
    default void lastFailureIsTheNewest() {
        Ports ports = ports();
        mail(ports);
        mail(ports);
        OutboxMail one = ports.outbox().claim(THEN, LEASE_END).orElseThrow();
        OutboxMail two = ports.outbox().claim(THEN, LEASE_END).orElseThrow();

        ports.outbox().failed(two, THEN.plusSeconds(1), LEASE_END, "older");
        ports.outbox().failed(one, THEN.plusSeconds(2), LEASE_END, "newer");

        assertThat(ports.outbox().backlog().lastFailure()).isEqualTo("newer");
    }

    @Test
    default void mailsAboutSomebodyGoWithThem() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        UserId bob = new Given(ports).user("bob").id();
        mail(ports, ana, THEN);
        mail(ports, ana, THEN);
        OutboxMail other = mail(ports, bob, THEN);
        OutboxMail nobodys = mail(ports);

        assertThat(ports.outbox().removeAllAbout(ana)).isEqualTo(2);
        assertThat(List.of(claim(ports), claim(ports))).containsExactly(other.id(), nobodys.id());
    }

    @Test
    default void givenUpIsForgottenInTheEnd() {
        Ports ports = ports();
        mail(ports);
        mail(ports);
        ports.outbox().giveUp(ports.outbox().claim(THEN, LEASE_END).orElseThrow(), THEN, "no such mailbox");

        assertThat(ports.outbox().removeGivenUp(THEN)).isZero();
        assertThat(ports.outbox().removeGivenUp(THEN.plusSeconds(1))).isEqualTo(1);
        assertThat(ports.outbox().backlog().waiting()).isEqualTo(1);
    }

    @Test
    default void nothingIsThereUnlessTheTransactionCommits() {
        Ports ports = ports();

        Refusals.assertConflict(
                "name",
                () -> ports.transactions().inTransaction((Runnable) () -> {
                    mail(ports);
                    throw RefusedException.conflict("name", "taken");
                }));

        assertThat(ports.outbox().hasDue(LEASE_END)).isFalse();
    }

    @Test
    default void manySendersClaimEachMailOnce() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        List<MailId> added =
                IntStream.range(0, 30).mapToObj(i -> mail(ports).id()).toList();
        List<MailId> claimed = new CopyOnWriteArrayList<>();

        Race.run(6, runner -> () -> {
            Optional<OutboxMail> mine = ports.outbox().claim(THEN, LEASE_END);
            while (mine.isPresent()) {
                claimed.add(mine.get().id());
                mine = ports.outbox().claim(THEN, LEASE_END);
            }
        });

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(added);
    }
}
