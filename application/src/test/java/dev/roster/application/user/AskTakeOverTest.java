package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages offer is what use cases then do. */
class AskTakeOverTest {
    private static final Set<RosterPermission> ALL =
            Set.of(RosterPermission.USER_CREATE, RosterPermission.USER_UPDATE, RosterPermission.USER_DELETE);

    private final Fakes fakes = new Fakes();
    private final Given given = new Given(fakes.ports());
    private final UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
    private final AskTakeOver ask = useCases.get(AskTakeOver.class);
    private GivenUser olga;
    private GivenUser otto;
    private GivenUser clerk;
    private GivenUser mona;
    private GivenUser ben;

    @BeforeEach
    void people() {
        given.organization();
        olga = given.owner("olga");
        otto = given.owner("otto");
        clerk = given.user("clerk").role(given.role("clerk", RosterPermission.USER_READ, RosterPermission.USER_UPDATE));
        mona = given.user("mona").in("legal", PredefinedRole.MANAGER);
        ben = given.user("ben").in("legal");
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.CONSOLE));
    }

    @Test
    void ownersMayAll() {
        for (GivenUser user : List.of(olga, clerk, mona, ben)) {
            assertThat(ask.handle(caller(olga), user.id(), ALL)).isEqualTo(new AskTakeOver.Answer(ALL, false));
        }
        assertThat(ask.among(caller(olga), RosterPermission.USER_DELETE, Set.of(mona.id(), ben.id())))
                .containsExactlyInAnyOrder(mona.id(), ben.id());
    }

    @Test
    void othersMayWhatTheirRoleAllowsWithThoseWhoHoldNoMore() {
        assertThat(ask.handle(caller(clerk), ben.id(), ALL).permissions())
                .containsExactly(RosterPermission.USER_UPDATE);
        assertThat(ask.handle(caller(clerk), mona.id(), ALL).permissions()).isEmpty();
        assertThat(ask.handle(caller(clerk), olga.id(), ALL).permissions()).isEmpty();
        assertThat(ask.among(caller(clerk), RosterPermission.USER_UPDATE, Set.of(olga.id(), mona.id(), ben.id())))
                .containsExactly(ben.id());
        assertThat(ask.handle(caller(mona), ben.id(), ALL).permissions()).isEmpty();
    }

    @Test
    void whatItSaysIsWhatIsDone() {
        DeactivateUser deactivate = useCases.get(DeactivateUser.class);
        for (GivenUser actor : List.of(olga, clerk, mona)) {
            for (GivenUser user : List.of(clerk, mona, ben)) {
                if (ask.handle(caller(actor), user.id(), ALL).has(RosterPermission.USER_UPDATE)) {
                    deactivate.handle(caller(actor), user.id());
                    useCases.get(ReactivateUser.class).handle(caller(olga), user.id());
                } else {
                    assertThatExceptionOfType(RefusedException.class)
                            .isThrownBy(() -> deactivate.handle(caller(actor), user.id()));
                }
            }
        }
    }

    @Test
    void theLastOwnerIsToldToWhoMayDoSomethingWithTheAccount() {
        assertThat(ask.handle(caller(olga), olga.id(), ALL).isLastOwner()).isFalse();

        useCases.get(DeactivateUser.class).handle(caller(olga), otto.id());

        assertThat(ask.handle(caller(olga), olga.id(), ALL)).isEqualTo(new AskTakeOver.Answer(ALL, true));
        assertThat(ask.handle(caller(olga), otto.id(), ALL).isLastOwner()).isFalse();
        assertThat(ask.handle(caller(clerk), olga.id(), ALL).isLastOwner()).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(DeleteUser.class).handle(caller(olga), olga.id()));
    }

    /** Who is no person does not keep the installation open. */
    @Test
    void aServiceAccountIsNoOtherOwner() {
        given.user("robot").serviceOf(olga).role(PredefinedRole.OWNER);
        useCases.get(DeactivateUser.class).handle(caller(olga), otto.id());

        assertThat(ask.handle(caller(olga), olga.id(), ALL).isLastOwner()).isTrue();
    }

    @Test
    void nobodyMayAnythingWithWhoIsNotThere() {
        assertThat(ask.handle(caller(olga), new UserId(new UUID(1, 1)), ALL).permissions())
                .isEmpty();
    }
}
