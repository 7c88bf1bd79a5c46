package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Credential;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PredefinedRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known about a caller from the secret that they came with. */
class AuthenticateTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a script");
    private static final String PASSWORD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser ada =
            given.user("ada").role(PredefinedRole.ADMIN).password(PASSWORD).token("token-of-ada");

    @Test
    void userTokenSaysSoAndDoesNotEnd() {
        Caller caller = authenticate(new SecretText("token-of-ada"));

        assertThat(caller.credential()).isEqualTo(Credential.userToken());
    }

    @Test
    void apiKeySaysWhichOneAndWhenItEnds() {
        Instant end = fakes.clock().instant().plus(Duration.ofHours(1));
        KeyIssuer.Issued issued = useCases.get(CreateApiKey.class)
                .handle(
                        Caller.user(ada.user(), ORIGIN),
                        CreateApiKey.Command.own(new KeyIssuer.Wish("laptop", "", end)));

        Caller caller = authenticate(issued.secret());

        assertThat(caller.credential())
                .isEqualTo(new Credential(Credential.Kind.API_KEY, issued.key().id(), null, end, null, null));
        assertThat(caller.is(ada.id())).isTrue();
    }

    @Test
    void sessionSaysWhichOneAndWhenItEnds() {
        LogIn.Opened opened = logIn();

        Caller caller = authenticate(opened.key());

        assertThat(caller.credential()).isEqualTo(Credential.of(opened.session()));
        assertThat(caller.credential().endsAt()).isEqualTo(opened.session().endsAt());
        assertThat(caller.session()).isEqualTo(opened.session().id());
    }

    @Test
    void tokenOfADoorThatNamesASessionIsThatSession() {
        LogIn.Opened opened = logIn();

        Caller caller = useCases.get(Authenticate.class)
                .inSession(ada.id(), opened.session().id(), ORIGIN);

        assertThat(caller.credential()).isEqualTo(Credential.of(opened.session()));
    }

    @Test
    void operatorAndRosterComeWithWhatTheyAre() {
        assertThat(Caller.operator("root", ORIGIN).credential()).isEqualTo(Credential.operator());
        assertThat(Caller.roster(ORIGIN).credential()).isEqualTo(Credential.roster());
    }

    private LogIn.Opened logIn() {
        return useCases.get(LogIn.class).handle(new LogIn.Command("ada", Password.attempted(PASSWORD), ORIGIN));
    }

    private Caller authenticate(SecretText secret) {
        return useCases.get(Authenticate.class).handle(secret, ORIGIN);
    }
}
