package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How long the account of a guest lasts, and what that means for it. */
class StayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    private final WorkspaceId workspace = new WorkspaceId(new UUID(0, 1));
    private final Target legal = Target.workspace(workspace, "legal", new OrganizationId(new UUID(0, 2)));
    private final User ana = User.person(new UserId(new UUID(0, 3)), new Username("ana"), NOW);

    private static void refused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(RefusedException.Kind.INVALID, RefusedException::kind)
                .returns(field, RefusedException::field);
    }

    @Test
    void aStayEndsWithAWorkspaceOrAtATime() {
        refused("until", () -> new Stay(null, null));

        assertThat(new Stay(workspace, null).hasEndedBy(Instant.MAX)).isFalse();
        assertThat(new Stay(null, NOW).hasEndedBy(NOW.minus(INSTANT))).isFalse();
        assertThat(new Stay(null, NOW).hasEndedBy(NOW)).isTrue();
    }

    @Test
    void anEndIsChosenInTheFutureAndNotTooFarAway() {
        Stay stay = new Stay(workspace, NOW);

        assertThat(stay.untilChosen(NOW.plus(Stay.LONGEST), NOW).until()).isEqualTo(NOW.plus(Stay.LONGEST));
        assertThat(stay.untilChosen(null, NOW)).isEqualTo(new Stay(workspace, null));
        refused("until", () -> stay.untilChosen(NOW, NOW));
        refused("until", () -> stay.untilChosen(NOW.plus(Stay.LONGEST).plus(INSTANT), NOW));
    }

    @Test
    void anAccountIsUsedUntilTheEnd() {
        User guest = ana.withStay(new Stay(workspace, NOW));

        assertThat(guest.isActiveAt(NOW.minus(INSTANT))).isTrue();
        assertThat(guest.isActiveAt(NOW)).isFalse();
        assertThat(guest.withStatus(UserStatus.DEACTIVATED).isActiveAt(NOW.minus(INSTANT)))
                .isFalse();
        assertThat(ana.isActiveAt(Instant.MAX)).isTrue();
    }

    @Test
    void nothingThatIsGivenLastsLonger() {
        User guest = ana.withStay(new Stay(workspace, NOW));

        assertThat(guest.notAfterStay(NOW.plus(INSTANT))).isEqualTo(NOW);
        assertThat(guest.notAfterStay(NOW.minus(INSTANT))).isEqualTo(NOW.minus(INSTANT));
        assertThat(ana.withStay(new Stay(workspace, null)).notAfterStay(NOW)).isEqualTo(NOW);
        assertThat(ana.notAfterStay(NOW)).isEqualTo(NOW);
    }

    @Test
    void aStayThatIsOverIsSaidToBe() {
        User guest = ana.withStay(new Stay(workspace, NOW));

        guest.mustStillStay(NOW.minus(INSTANT));
        ana.mustStillStay(NOW);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> guest.mustStillStay(NOW))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind)
                .returns("user", RefusedException::field);
    }

    @Test
    void noGuestIsAnOwnerAndNoOwnerAGuest() {
        Stay stay = new Stay(workspace, NOW);

        refused("role", () -> ana.withStay(stay).withRole(PredefinedRole.OWNER.ref()));
        refused("role", () -> ana.withRole(PredefinedRole.OWNER.ref()).withStay(stay));
        refused("role", () -> ana.withStay(stay).mustBeAbleToHold(PredefinedRole.OWNER.role()));
        assertThat(ana.withStay(stay).withRole(PredefinedRole.VIEWER.ref()).isGuest())
                .isTrue();
    }

    @Test
    void thePolicyKnowsAGuestAtATime() {
        Actor guest = Actor.named(ana.id(), "ana", UserStatus.ACTIVE, PredefinedRole.ANNOTATOR.role())
                .until(NOW)
                .member(legal, PredefinedRole.MANAGER.role())
                .build();
        Actor robot = Actor.named(new UserId(new UUID(0, 4)), "robot", UserStatus.ACTIVE, PredefinedRole.MANAGER.role())
                .member(legal, null)
                .madeBy(guest)
                .build();

        assertThat(allows(guest.at(NOW.minus(INSTANT)))).isTrue();
        assertThat(allows(robot.at(NOW.minus(INSTANT)))).isTrue();
        assertThat(allows(guest.at(NOW))).isFalse();
        assertThat(allows(robot.at(NOW))).isFalse();
        assertThat(AccessPolicy.decide(guest.at(NOW), RosterPermission.WORKSPACE_READ, legal)
                        .reason())
                .contains("the guest's stay ended on 2026-03-01T08:30:00Z");
        assertThat(AccessPolicy.decide(robot.at(NOW), RosterPermission.WORKSPACE_READ, legal)
                        .reason())
                .contains("`ana`, who created it, is not active");
        assertThat(guest.at(NOW).copy().build().isActive()).isFalse();
    }

    private boolean allows(Actor actor) {
        return AccessPolicy.allows(actor, RosterPermission.WORKSPACE_READ, legal);
    }
}
