package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link that logs somebody in, once. */
class LogInLinkTest {
    private static final Origin ORIGIN = new Origin(Door.CONSOLE, "192.0.2.7", "a browser");
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));
    private static final String OLD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser ana = given.user("ana").email("ana@example.org").password(OLD);

    /** What ends a link before it was used. */
    private interface Ending {
        void happen(LogInLinkTest test);
    }

    @BeforeEach
    void owner() {
        given.owner("olga");
    }

    static Stream<Named<Ending>> endings() {
        return Stream.of(
                Named.of("time", test -> test.fakes.clock().advance(Duration.ofMinutes(10))),
                Named.of("a newer link", LogInLinkTest::created),
                Named.of(
                        "a new password",
                        test -> test.useCases
                                .get(ChangePassword.class)
                                .handle(
                                        Caller.user(test.ana.user(), ORIGIN),
                                        new ChangePassword.Command(
                                                Password.attempted(OLD), Password.chosen("another horse battery")))),
                Named.of("another e-mail address", test -> test.ana.email("ana@example.com")),
                Named.of(
                        "deactivation",
                        test -> test.useCases.get(DeactivateUser.class).handle(ROOT, test.ana.id())),
                Named.of("deactivation, although it was taken back", test -> {
                    test.useCases.get(DeactivateUser.class).handle(ROOT, test.ana.id());
                    test.useCases.get(ReactivateUser.class).handle(ROOT, test.ana.id());
                }),
                Named.of("deletion", test -> test.useCases.get(DeleteUser.class).handle(ROOT, test.ana.id())),
                Named.of("its use", test -> test.follow(test.first)));
    }

    private final SecretText first = created();

    private SecretText created() {
        String link = useCases.get(CreateLogInLink.class)
                .handle(ROOT, CreateLogInLink.Command.of(ana.id()))
                .link();
        assertThat(link).contains("/log-in-link#rll_");
        return new SecretText(link.substring(link.indexOf('#') + 1));
    }

    private LogIn.Opened follow(SecretText link) {
        return useCases.get(LogInByLink.class).handle(new LogInByLink.Command(link, ORIGIN));
    }

    @Test
    void logsItsUserIn() {
        LogIn.Opened opened = follow(first);

        assertThat(opened.user().id()).isEqualTo(ana.id());
        assertThat(ports.bearers().find(opened.key().digest()))
                .hasValueSatisfying(found -> assertThat(found.user().id()).isEqualTo(ana.id()));
        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first())
                        .items())
                .extracting(AuditEvent::action)
                .startsWith("session.open", "user.create-log-in-link");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void isDeadAfter(Ending ending) {
        ending.happen(this);

        assertThatThrownBy(() -> follow(first)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND);
            assertThat(refused.field()).isEqualTo("link");
        });
    }

    @Test
    void worksUntilItsEnd() {
        fakes.clock().advance(Duration.ofMinutes(10).minusSeconds(1));

        assertThat(follow(first).user().id()).isEqualTo(ana.id());
    }

    @Test
    void isCreatedByTheOperatorAlone() {
        Caller olga = Caller.user(given.owner("olga-2").user(), ORIGIN);

        for (Caller caller : new Caller[] {olga, Caller.user(ana.user(), ORIGIN)}) {
            assertThatThrownBy(() ->
                            useCases.get(CreateLogInLink.class).handle(caller, CreateLogInLink.Command.of(ana.id())))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN));
        }
        assertThat(follow(first).user().id()).isEqualTo(ana.id());
    }

    @Test
    void isForActivePeople() {
        GivenUser robot = given.user("robot").serviceOf(ana);
        GivenUser eve = given.user("eve").status(UserStatus.INVITED);

        for (GivenUser user : new GivenUser[] {robot, eve}) {
            assertThatThrownBy(() ->
                            useCases.get(CreateLogInLink.class).handle(ROOT, CreateLogInLink.Command.of(user.id())))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT));
        }
    }

    @Test
    void guessesAreCounted() {
        int[] refused = {0};
        for (int guess = 0; guess < 100; guess++) {
            SecretText wrong = new SecretText("rll_" + guess);
            assertThatThrownBy(() -> follow(wrong)).isInstanceOfSatisfying(RefusedException.class, no -> {
                if (no.kind() == RefusedException.Kind.THROTTLED) {
                    refused[0]++;
                }
            });
        }

        assertThat(refused[0]).isPositive();
        assertThat(follow(first).user().id())
                .as("nobody is kept from a right link")
                .isEqualTo(ana.id());
    }
}
