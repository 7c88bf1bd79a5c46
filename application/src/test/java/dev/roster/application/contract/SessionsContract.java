package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Sessions;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionBuilder;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Sessions} must do. */
public interface SessionsContract extends StoreContract {
    Duration IDLE = Duration.ofHours(1);

    @Test
    default void addedSessionComesBackAsItWas() {
        Ports ports = ports();
        Session session = new Given(ports).user("ana").session("key");

        assertThat(ports.sessions().find(session.id())).contains(session);
    }

    @Test
    default void sessionMayHaveNoAgentAndNoAddress() {
        Ports ports = ports();
        Session plain = session(ports, new Given(ports).user("ana").id(), THEN, THEN, THEN.plusSeconds(1));

        ports.sessions().add(plain);

        assertThat(ports.sessions().find(plain.id())).contains(plain);
    }

    @Test
    default void sessionsOfAUserComeNewestFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        given.user("bob").session("bobs");
        Session middle = add(ports, ana, THEN.plusSeconds(2));
        Session oldest = add(ports, ana, THEN.plusSeconds(1));
        Session newest = add(ports, ana, THEN.plusSeconds(3));

        assertThat(ports.sessions().of(ana)).containsExactly(newest, middle, oldest);
    }

    @Test
    default void onlyThoseUsedLastAreKept() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        Session bobs = given.user("bob").session("bobs");
        Session used = session(ports, ana, THEN, THEN.plusSeconds(9), THEN.plusSeconds(90));
        ports.sessions().add(used);
        add(ports, ana, THEN.plusSeconds(1));
        add(ports, ana, THEN.plusSeconds(2));
        Session newest = add(ports, ana, THEN.plusSeconds(3));

        assertThat(ports.sessions().removeBeyond(ana, 4, newest.id())).isZero();
        assertThat(ports.sessions().removeBeyond(ana, 2, newest.id())).isEqualTo(2);

        assertThat(ports.sessions().of(ana)).containsExactly(newest, used);
        assertThat(ports.sessions().of(bobs.user())).containsExactly(bobs);
    }

    /** The clock of this node may be behind that of the one where the others were used. */
    @Test
    default void sessionJustOpenedIsKeptHoweverOldItLooks() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        Session opened = add(ports, ana, THEN);
        add(ports, ana, THEN.plusSeconds(1));
        Session newest = add(ports, ana, THEN.plusSeconds(2));

        assertThat(ports.sessions().removeBeyond(ana, 2, opened.id())).isOne();

        assertThat(ports.sessions().of(ana)).containsExactly(newest, opened);
    }

    @Test
    default void deadSessionsAreListedUntilRemoved() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        Session dead = session(ports, ana, THEN, THEN, THEN);
        ports.sessions().add(dead);

        assertThat(ports.sessions().of(ana)).containsExactly(dead);
    }

    @Test
    default void lastUseMovesForwardAndNothingElse() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        Session early = ana.session("early");
        Session late = ana.session("late");
        Session unused = ana.session("unused");
        SessionId unknown = new SessionId(new UUID(1, 2));
        ports.sessions().stampUse(Map.of(late.id(), THEN.plusSeconds(90)));

        ports.sessions()
                .stampUse(Map.of(
                        early.id(),
                        THEN.plusSeconds(30),
                        late.id(),
                        THEN.plusSeconds(30),
                        unknown,
                        THEN.plusSeconds(30)));
        ports.sessions().stampUse(Map.of());

        assertThat(ports.sessions().find(early.id())).contains(early.usedAt(THEN.plusSeconds(30)));
        assertThat(ports.sessions().find(late.id())).contains(late.usedAt(THEN.plusSeconds(90)));
        assertThat(ports.sessions().find(unused.id())).contains(unused);
        assertThat(ports.sessions().find(unknown)).isEmpty();
    }

    @Test
    default void removingASessionTwiceIsSeen() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        Session gone = ana.session("one");
        Session kept = ana.session("two");

        assertThat(ports.sessions().remove(gone.id())).isTrue();
        assertThat(ports.sessions().remove(gone.id())).isFalse();
        assertThat(ports.sessions().of(ana.id())).containsExactly(kept);
        assertThat(ports.bearers().find(gone.digest())).isEmpty();
    }

    @Test
    default void removingAllSparesOneAndOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        Session kept = ana.session("one");
        ana.session("two");
        ana.session("three");
        GivenUser bob = given.user("bob");
        Session bobs = bob.session("bobs");

        assertThat(ports.sessions().removeAllOf(ana.id(), kept.id())).isPositive();

        assertThat(ports.sessions().of(ana.id())).containsExactly(kept);
        assertThat(ports.sessions().of(bob.id())).containsExactly(bobs);

        ports.sessions().removeAllOf(ana.id(), null);

        assertThat(ports.sessions().of(ana.id())).isEmpty();
    }

    @Test
    default void removeDeadLeavesExactlyTheLiving() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        Instant now = THEN.plus(Duration.ofHours(5));
        Instant idleSince = now.minus(IDLE);
        List<Session> all = List.of(
                session(ports, ana, THEN, idleSince.plusNanos(1_000), now.plusNanos(1_000)),
                session(ports, ana, THEN, idleSince, now.plusSeconds(60)),
                session(ports, ana, THEN, idleSince.minusNanos(1_000), now.plusSeconds(60)),
                session(ports, ana, THEN, now, now),
                session(ports, ana, THEN, now, now.minusNanos(1_000)),
                session(ports, ana, THEN, now, now.plusSeconds(60)));
        all.forEach(ports.sessions()::add);

        int removed = ports.sessions().removeDead(now, idleSince);

        List<Session> living =
                all.stream().filter(session -> session.isAlive(now, IDLE)).toList();
        assertThat(ports.sessions().of(ana)).containsExactlyInAnyOrderElementsOf(living);
        assertThat(removed).isEqualTo(all.size() - living.size()).isEqualTo(4);
    }

    private static Session add(Ports ports, UserId user, Instant openedAt) {
        Session session = session(ports, user, openedAt, openedAt, openedAt.plusSeconds(60));
        ports.sessions().add(session);
        return session;
    }

    private static Session session(Ports ports, UserId user, Instant openedAt, Instant lastUsedAt, Instant endsAt) {
        SessionId id = new SessionId(ports.ids().next());
        return SessionBuilder.builder()
                .id(id)
                .user(user)
                .digest(SecretDigest.of("key of " + id))
                .openedAt(openedAt)
                .lastUsedAt(lastUsedAt)
                .endsAt(endsAt)
                .build();
    }
}
