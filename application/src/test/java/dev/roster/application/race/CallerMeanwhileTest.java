package dev.roster.application.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.Fakes;
import dev.roster.application.fault.FaultContract;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Outcome;
import dev.roster.application.scenario.Scenario;
import dev.roster.application.scenario.ScenarioRunner;
import dev.roster.application.scenario.Step;
import dev.roster.application.scenario.UseCaseDriver;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever act of the scenarios changes something: it changes nothing when its caller, known when the request began, is shut
 * out, or what they came with is ended, before it acts. A request can be kept on its way for as long as its client likes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerMeanwhileTest {
    private final Map<End, Set<Act>> interrupted = Map.of(
            End.DEACTIVATED, EnumSet.noneOf(Act.class),
            End.STAY_ENDED, EnumSet.noneOf(Act.class),
            End.CREDENTIAL_ENDED, EnumSet.noneOf(Act.class));

    /** What becomes of a caller. */
    private enum End {
        DEACTIVATED((ports, user) -> ports.users().update(user.withStatus(UserStatus.DEACTIVATED))),
        /** No guest is an owner, and the end of the stay is asked about before any right. */
        STAY_ENDED((ports, user) -> ports.users()
                .update(user.withRole(PredefinedRole.ANNOTATOR.ref()).withStay(new Stay(null, Instant.EPOCH)))),
        CREDENTIAL_ENDED((ports, user) -> {
            ports.userTokens().remove(user.id());
            ports.sessions().removeAllOf(user.id(), null);
        });

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final BiConsumer<Ports, User> how;

        End(BiConsumer<Ports, User> how) {
            this.how = how;
        }
    }

    static Stream<Scenario> scenarios() {
        return FaultContract.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nothingIsChangedByWhomIsShutOutMeanwhile(Scenario scenario) {
        interruptEach(scenario, End.DEACTIVATED);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nothingIsChangedByAGuestWhoseStayEndsMeanwhile(Scenario scenario) {
        interruptEach(scenario, End.STAY_ENDED);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nothingIsChangedByACredentialThatIsEndedMeanwhile(Scenario scenario) {
        interruptEach(scenario, End.CREDENTIAL_ENDED);
    }

    @AfterAll
    void manyActsWereInterrupted() {
        assertThat(interrupted.values())
                .allSatisfy(acts -> assertThat(acts)
                        .hasSizeGreaterThan(40)
                        .contains(
                                Act.CREATE_USER, Act.ADD_MEMBER, Act.CHANGE_PASSWORD, Act.RENEW_TOKEN, Act.CREATE_KEY));
    }

    private Set<Act> ends(End end) {
        return Objects.requireNonNull(interrupted.get(end));
    }

    private void interruptEach(Scenario scenario, End end) {
        for (int step = 0; step < scenario.steps().size(); step++) {
            Step tried = scenario.steps().get(step);
            if (FaultContract.works(tried)
                    && !tried.isByOperator()
                    && !tried.act().isOpen()
                    && !ends(end).contains(tried.act())) {
                interrupt(scenario, step, end);
            }
        }
    }

    private void interrupt(Scenario scenario, int number, End end) {
        Fakes fakes = new Fakes();
        Meanwhile meanwhile = new Meanwhile();
        UseCaseDriver driver = new UseCaseDriver(meanwhile.around(fakes.ports()), fakes.clock());
        new ScenarioRunner(fakes.ports(), driver).run(scenario.upTo(number));
        Step step = scenario.steps().get(number);
        User caller =
                fakes.ports().users().findByUsername(NameKey.of(step.actor())).orElseThrow();
        Object[] then = new Object[1];
        meanwhile.happens(() -> {
            end.how.accept(fakes.ports(), caller);
            then[0] = fakes.contents();
        });

        Outcome outcome = driver.perform(step);

        if (meanwhile.hasHappened()) {
            ends(end).add(step.act());
            // A session that is gone is not there to be ended.
            assertThat(outcome.kind())
                    .as("%s: %s", scenario, step)
                    .isEqualTo(
                            step.act() == Act.END_SESSION && end == End.CREDENTIAL_ENDED
                                    ? Outcome.Kind.NOT_FOUND
                                    : Outcome.Kind.UNAUTHENTICATED);
            assertThat(fakes.contents()).as("%s: %s", scenario, step).isEqualTo(then[0]);
        }
    }
}
