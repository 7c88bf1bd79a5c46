package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever made a key for a service account knows it: it ends with them, and is never worth more than they are. */
class ServiceKeyTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a script");
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final GivenUser mara = given.user("mara").in("legal", PredefinedRole.MANAGER);
    private final GivenUser oskar = given.owner("oskar");
    private final GivenUser robot = given.user("robot").serviceOf(mara).in("legal", PredefinedRole.ADMIN);
    private final ApiKey key = robot.apiKey("made by oskar", oskar);

    ServiceKeyTest() {
        given.owner("olga");
        robot.apiKey("made by mara", mara);
        robot.apiKey("made by the operator");
    }

    @Test
    void keyOfADeactivatedMakerRestsUntilTheyAreBack() {
        useCases.get(DeactivateUser.class).handle(OPERATOR, oskar.id());

        assertDead("made by oskar");
        assertThat(mayCreateDatasets("made by mara")).isTrue();
        assertThat(mayCreateDatasets("made by the operator")).isTrue();
        useCases.get(ReactivateUser.class).handle(OPERATOR, oskar.id());
        assertThat(mayCreateDatasets("made by oskar")).isTrue();
    }

    @Test
    void keyOfADeletedMakerIsRevoked() {
        useCases.get(DeleteUser.class).handle(OPERATOR, oskar.id());

        assertDead("made by oskar");
        assertThat(ports.apiKeys().get(key.id()).statusAt(fakes.clock().instant()))
                .isEqualTo(ApiKeyStatus.REVOKED);
        assertThat(mayCreateDatasets("made by mara")).isTrue();
    }

    @Test
    void keyIsWorthNoMoreThanWhoMadeIt() {
        assertThat(mayCreateDatasets("made by oskar")).isTrue();

        oskar.role(PredefinedRole.ANNOTATOR);

        assertThat(mayCreateDatasets("made by oskar")).isFalse();
        assertThat(mayCreateDatasets("made by mara")).isTrue();
        oskar.in(legal, PredefinedRole.MANAGER.role());
        assertThat(mayCreateDatasets("made by oskar")).isTrue();
    }

    @Test
    void keyIsCappedByTheMakerOfTheAccountToo() {
        useCases.get(DeactivateUser.class).handle(OPERATOR, mara.id());

        assertDead("made by oskar");
        assertDead("made by the operator");
    }

    @Test
    void callerWhoseKeyMakerIsStoppedMeanwhileIsRefusedInTheTransaction() {
        Caller caller = authenticate("made by oskar");

        oskar.status(UserStatus.DEACTIVATED);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> may(caller))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind);
    }

    @Test
    void keyMakesNoOtherKey() {
        ports.users().update(robot.user().withDeveloper(true));
        Caller caller = authenticate("made by oskar");
        CreateApiKey.Command another = CreateApiKey.Command.own(KeyIssuer.Wish.named("another"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(CreateApiKey.class).handle(caller, another))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
    }

    @Test
    void keyReplacesItself() {
        Caller caller = authenticate("made by oskar");

        KeyIssuer.Issued fresh = useCases.get(RefreshApiKey.class)
                .handle(caller, new RefreshApiKey.Command(key.id(), null, Duration.ZERO));

        assertDead("made by oskar");
        assertThat(mayCreateDatasets(fresh.secret().reveal())).isTrue();
        oskar.role(PredefinedRole.ANNOTATOR);
        assertThat(mayCreateDatasets(fresh.secret().reveal())).isFalse();
    }

    @Test
    void keyReplacesNoOtherKey() {
        Caller caller = authenticate("made by mara");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(RefreshApiKey.class)
                        .handle(caller, new RefreshApiKey.Command(key.id(), null, Duration.ZERO)))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
    }

    @Test
    void whatAServiceAccountMayDoToItselfEndsWithItsMaker() {
        Caller caller = authenticate("made by oskar");
        mara.status(UserStatus.DEACTIVATED);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ListSessions.class).handle(caller, null))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind);
        assertThat(ports.actors().findWhole(robot.id()).orElseThrow().isActive())
                .isFalse();
    }

    @Test
    void reasonNamesWhoLacksIt() {
        oskar.role(PredefinedRole.ANNOTATOR);

        Decision decision = decide(authenticate("made by oskar"));

        assertThat(decision.reason()).contains("`oskar`, who created it, may not do that");
    }

    private boolean mayCreateDatasets(String secret) {
        return may(authenticate(secret));
    }

    private boolean may(Caller caller) {
        return decide(caller).isAllowed();
    }

    private Decision decide(Caller caller) {
        return useCases.get(Decide.class)
                .handle(
                        caller,
                        Decide.Query.own(List.of(new Decide.Question(
                                RosterPermission.DATASET_CREATE,
                                Target.of(legal).ref()))))
                .get(0);
    }

    private Caller authenticate(String secret) {
        return useCases.get(Authenticate.class).handle(new SecretText(secret), ORIGIN);
    }

    private void assertDead(String secret) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> authenticate(secret))
                .withMessage("unknown or expired credential");
    }
}
