package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A reset by somebody who wants another password than the one that is. */
class ResetPasswordTest {
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    private static final String CURRENT = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Given given = new Given(ports);
    private final GivenUser ana = given.user("ana").password(CURRENT);

    @Test
    void currentPasswordIsRefusedWhereItMustDifferAndNothingEnds() {
        ana.session("one");

        refused(Kind.CONFLICT, "password", OPERATOR, to(CURRENT).differing());

        assertThat(ports.sessions().of(ana.id())).hasSize(1);
    }

    @Test
    void currentPasswordIsSetAgainWhereItNeedNotDiffer() {
        assertThat(reset(OPERATOR, to(CURRENT)).user().id()).isEqualTo(ana.id());
    }

    @Test
    void anotherPasswordIsSet() {
        reset(OPERATOR, to("battery staple horse").differing());

        assertThat(useCases.get(LogIn.class)
                        .handle(new LogIn.Command(
                                "ana", Password.attempted("battery staple horse"), Origin.of(Door.API)))
                        .user()
                        .id())
                .isEqualTo(ana.id());
    }

    @Test
    void whoHasNoPasswordYetGetsOne() {
        GivenUser bob = given.user("bob");

        reset(OPERATOR, new ResetPassword.Command(bob.id(), Password.chosen(CURRENT), keepAll()).differing());

        assertThat(ports.passwords().find(bob.id())).isPresent();
    }

    /** Or it would tell whoever may reset passwords which one somebody has. */
    @Test
    void nobodyButTheOperatorLearnsWhetherItIsTheCurrentOne() {
        Caller olga = Caller.user(given.owner("olga").user(), Origin.of(Door.API));

        refused(Kind.FORBIDDEN, null, olga, to(CURRENT).differing());
        refused(Kind.FORBIDDEN, null, olga, to("battery staple horse").differing());
    }

    private ResetPassword.Command to(String wanted) {
        return new ResetPassword.Command(ana.id(), Password.chosen(wanted), keepAll());
    }

    private static OtherCredentials.Wish keepAll() {
        return OtherCredentials.Wish.keepAll();
    }

    private ResetPassword.Done reset(Caller caller, ResetPassword.Command command) {
        return useCases.get(ResetPassword.class).handle(caller, command);
    }

    private void refused(Kind kind, @Nullable String field, Caller caller, ResetPassword.Command command) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> reset(caller, command))
                .returns(kind, RefusedException::kind)
                .returns(field, RefusedException::field);
    }
}
