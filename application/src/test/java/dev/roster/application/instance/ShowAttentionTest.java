package dev.roster.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.CountAuditEvents;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What wants attention is counted. */
class ShowAttentionTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final ShowAttention show = useCases.get(ShowAttention.class);
    private final GivenUser olga = given.owner("olga");
    private final Caller owner = Caller.user(olga.user(), Origin.of(Door.API));

    private void invite(String address) {
        useCases.get(InviteUser.class).handle(owner, InviteUser.Command.of(new EmailAddress(address), InviteMode.LINK));
    }

    @Test
    void everythingIsCounted() {
        given.organization();
        invite("early@example.org");
        fakes.clock().advance(Duration.ofDays(8));
        invite("late@example.org");
        Instant now = fakes.clock().instant();
        olga.apiKey("without an end");
        ApiKey ending = olga.apiKey("ends soon");
        ports.apiKeys().update(ending.withExpiresAt(now.plus(Duration.ofDays(13))));
        ApiKey later = olga.apiKey("ends later");
        ports.apiKeys().update(later.withExpiresAt(now.plus(Duration.ofDays(15))));

        ShowAttention.Attention attention = show.handle(owner);

        assertThat(attention.pendingInvitations()).isEqualTo(1);
        assertThat(attention.expiredInvitations()).isEqualTo(1);
        assertThat(attention.endingKeys()).isEqualTo(1);
        assertThat(attention.waitingMails()).isEqualTo(2);
        assertThat(attention.failedMails()).isZero();
        assertThat(attention.dormantPeople()).isZero();
    }

    @Test
    void activePeopleAreDormantAfterNinetyDays() {
        given.user("off").status(UserStatus.DEACTIVATED);
        given.user("robot").serviceOf(olga);
        GivenUser seen = given.user("seen");
        given.user("never");
        fakes.clock().advance(Duration.ofDays(60));
        ports.users()
                .stampActivity(Map.of(
                        seen.id(),
                        fakes.clock().instant(),
                        olga.id(),
                        fakes.clock().instant()));
        int before = show.handle(owner).dormantPeople();
        fakes.clock().advance(Duration.ofDays(60));

        assertThat(before).isZero();
        assertThat(show.handle(owner).dormantPeople()).isEqualTo(1);
    }

    @Test
    void trailIsSealedOrNot() {
        given.organization();
        assertThat(show.handle(owner).sealed()).isTrue();
        invite("eve@example.org");
        fakes.clock().advance(Duration.ofMinutes(6));
        boolean waiting = show.handle(owner).sealed();
        useCases.get(AuditSealer.class).seal();

        assertThat(waiting).isFalse();
        assertThat(show.handle(owner).sealed()).isTrue();
    }

    @Test
    void ownersAloneSeeIt() {
        Caller ana = Caller.user(given.user("ana").user(), Origin.of(Door.API));

        assertRefused(() -> show.handle(ana), RefusedException.Kind.FORBIDDEN);
        assertRefused(
                () -> useCases.get(CountAuditEvents.class).perDay(ana, AuditTrail.Filter.all()),
                RefusedException.Kind.FORBIDDEN);
    }

    @Test
    void eachDayIsCountedAlsoWhereNothingWasDone() {
        given.organization();
        invite("eve@example.org");
        fakes.clock().advance(Duration.ofDays(2));
        CountAuditEvents count = useCases.get(CountAuditEvents.class);

        List<AuditTrail.Day> days = count.perDay(owner, AuditTrail.Filter.all());

        assertThat(days).hasSize(31);
        assertThat(days.get(28).events()).isPositive();
        assertThat(days.subList(29, 31)).extracting(AuditTrail.Day::events).containsOnly(0L);
        Instant now = fakes.clock().instant();
        assertRefused(
                () -> count.perDay(owner, AuditTrail.Filter.all().withSince(now.minus(Duration.ofDays(367)))),
                RefusedException.Kind.INVALID);
        assertRefused(
                () -> count.perDay(owner, AuditTrail.Filter.all().withSince(now.plusSeconds(1))),
                RefusedException.Kind.INVALID);
    }

    private static void assertRefused(Runnable call, RefusedException.Kind kind) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
