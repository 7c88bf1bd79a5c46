package dev.roster.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.Limits;
import dev.roster.application.credential.LogIn;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an empty installation does once, and never again. */
class FirstStartTest {
    private static final Origin ORIGIN = Origin.of(Door.SYSTEM);
    private static final String PASSWORD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    @Test
    void firstStartMakesTheDefaultOrganizationOnce() {
        start(null);
        start(null);

        assertThat(ports.organizations().list(null, null, PageRequest.first()).items())
                .extracting(organization -> organization.name().value())
                .containsExactly("default");
    }

    @Test
    void namedOwnerIsMadeWithPasswordTokenAndWorkspace() {
        StartInstance.Started started = start(new StartInstance.FirstOwner(
                new Username("olga"),
                Password.chosen(PASSWORD),
                UserToken.of("owner.apikey"),
                new WorkspaceName("legal")));

        CreateUser.Created owner = started.owner().orElseThrow();
        Workspace legal = ports.workspaces().findByName(NameKey.of("legal")).orElseThrow();
        assertThat(started.setUpLink()).isEmpty();
        assertThat(owner.user().role().isOwner()).isTrue();
        assertThat(ports.memberships().find(Place.of(legal.id()), owner.user().id()))
                .isPresent();
        assertThat(useCases.get(Authenticate.class)
                        .handle(new SecretText("owner.apikey"), ORIGIN)
                        .user())
                .isEqualTo(owner.user());
        assertThat(useCases.get(LogIn.class)
                        .handle(new LogIn.Command("olga", Password.attempted(PASSWORD), ORIGIN))
                        .user())
                .isEqualTo(owner.user());
    }

    @Test
    void laterStartMakesNobody() {
        new Given(ports).owner("ana");

        StartInstance.Started started = start(owner("olga"));

        assertThat(started.owner()).isEmpty();
        assertThat(started.setUpLink()).isEmpty();
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    void setUpLinkMakesOneOwner() {
        SecretText link = start(null).setUpLink().orElseThrow();

        CreateUser.Created made = claim(link, "olga");

        assertThat(made.user().role().isOwner()).isTrue();
        assertDead(link);
        assertThat(start(null).setUpLink()).isEmpty();
    }

    @Test
    void setUpLinkDiesAfterItsTime() {
        SecretText link = start(null).setUpLink().orElseThrow();

        fakes.clock().advance(Limits.usual().setUpLink());

        assertDead(link);
    }

    @Test
    void newerSetUpLinkKillsTheOlder() {
        SecretText older = start(null).setUpLink().orElseThrow();
        SecretText newer = start(null).setUpLink().orElseThrow();

        assertDead(older);
        assertThat(claim(newer, "olga").user().role().isOwner()).isTrue();
    }

    @Test
    void setUpLinkDiesWhenSomebodyIsThere() {
        SecretText link = start(null).setUpLink().orElseThrow();
        start(owner("olga"));

        assertDead(link);
    }

    @Test
    void guessAtALiveInstallationCostsNoHash() {
        start(owner("olga"));

        assertDead(new SecretText("rsl_guess"));

        assertThat(fakes.passwordHasher().hashes()).isZero();
    }

    @Test
    void guesserOfTheSetUpLinkIsMadeToWait() {
        start(null);
        Origin stranger = new Origin(Door.API, "198.51.100.1", null);
        ClaimSetUp.Command guess = new ClaimSetUp.Command(
                new SecretText("rsl_guess"), new Username("intruder"), Password.chosen(PASSWORD), stranger);
        ClaimSetUp claiming = useCases.get(ClaimSetUp.class);

        for (int i = 0; i < Guess.INVITATION.ofAddress().free(); i++) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> claiming.handle(guess))
                    .returns(RefusedException.Kind.NOT_FOUND, RefusedException::kind);
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> claiming.handle(guess))
                .returns(RefusedException.Kind.THROTTLED, RefusedException::kind);
    }

    private StartInstance.Started start(StartInstance.@Nullable FirstOwner first) {
        return useCases.get(StartInstance.class).handle(Caller.roster(ORIGIN), first);
    }

    private static StartInstance.FirstOwner owner(String username) {
        return StartInstance.FirstOwner.named(new Username(username));
    }

    private CreateUser.Created claim(SecretText link, String username) {
        return useCases.get(ClaimSetUp.class)
                .handle(new ClaimSetUp.Command(link, new Username(username), Password.chosen(PASSWORD), ORIGIN));
    }

    private void assertDead(SecretText link) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> claim(link, "intruder"))
                .returns(RefusedException.Kind.NOT_FOUND, RefusedException::kind)
                .returns("link", RefusedException::field);
    }
}
