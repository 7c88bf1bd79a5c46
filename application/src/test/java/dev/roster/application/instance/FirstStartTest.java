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
import dev.roster.application.instance.StartInstance.Fate;
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
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.Optional;
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
        StartInstance.Started started = start(owner("olga")
                .withPassword(Password.chosen(PASSWORD))
                .withToken(UserToken.of("owner.apikey"))
                .withWorkspace(new WorkspaceName("legal")));

        CreateUser.Created owner = madeBy(started).orElseThrow();
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
    void workspaceThatExistsIsTheFirstOwners() {
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace elsewhere = given.workspace("elsewhere", given.organization("lab"));

        CreateUser.Created olga = madeBy(start(owner("olga").withWorkspace(new WorkspaceName("Legal"))))
                .orElseThrow();

        assertThat(ports.memberships().find(Place.of(legal.id()), olga.user().id()))
                .isPresent();
        assertThat(ports.memberships()
                        .find(Place.of(elsewhere.id()), olga.user().id()))
                .isEmpty();
    }

    @Test
    void workspaceOfAnotherOrganizationIsTheFirstOwnersToo() {
        Given given = new Given(ports);
        Workspace elsewhere = given.workspace("elsewhere", given.organization("lab"));

        CreateUser.Created olga =
                madeBy(start(owner("olga").withWorkspace(elsewhere.name()))).orElseThrow();

        assertThat(ports.memberships()
                        .find(Place.of(elsewhere.id()), olga.user().id()))
                .isPresent();
    }

    @Test
    void laterStartMakesNobody() {
        new Given(ports).owner("ana");

        StartInstance.Started started = start(owner("olga"));

        assertThat(fateOf(started)).contains(Fate.REFUSED);
        assertThat(madeBy(started)).isEmpty();
        assertThat(started.setUpLink()).isEmpty();
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    void addressOfTheFirstOwnerIsUsernameAndEmailInLowerCase() {
        CreateUser.Created made = madeBy(start(loggingIn("Olga@Example.org"))).orElseThrow();

        User olga = made.user();
        assertThat(made.token().reveal()).matches("[0-9a-f]{40}");
        assertThat(olga.username()).hasToString("olga@example.org");
        assertThat(olga.email()).hasToString("olga@example.org");
        assertThat(olga.role().isOwner()).isTrue();
    }

    @Test
    void whatIsNoAddressIsAUsernameAlone() {
        User olga = madeBy(start(loggingIn("default user"))).orElseThrow().user();

        assertThat(olga.username()).hasToString("default user");
        assertThat(olga.email()).isNull();
    }

    @Test
    void accountThatIsThereStaysAsItIs() {
        new Given(ports).owner("olga").password(PASSWORD).token("token-of-olga");

        StartInstance.Started started = start(owner("OLGA")
                .withPassword(Password.chosen("another password"))
                .withToken(UserToken.of("another-token")));

        assertThat(fateOf(started)).contains(Fate.KNOWN);
        assertThat(madeBy(started)).isEmpty();
        assertThat(logIn("olga").user().username()).hasToString("olga");
        assertThat(useCases.get(Authenticate.class)
                        .handle(new SecretText("token-of-olga"), ORIGIN)
                        .user())
                .extracting(User::username)
                .hasToString("olga");
    }

    /** Or whoever could name an account at a start would hand the installation to it. */
    @Test
    void accountThatIsThereDoesNotBecomeTheFirstOwner() {
        start(null);
        new Given(ports).user("ana").email("ana@example.org");

        StartInstance.Started started = start(loggingIn("ana@example.org").withPassword(Password.chosen(PASSWORD)));

        assertThat(fateOf(started)).contains(Fate.KNOWN);
        assertThat(started.setUpLink()).isPresent();
        assertThat(ports.users().hasOwner()).isFalse();
    }

    @Test
    void addressThatComesLaterIsAMemberWhoHoldsNothing() {
        start(owner("olga"));

        StartInstance.Started started = start(loggingIn("ana@example.org")
                .withPassword(Password.chosen(PASSWORD))
                .withWorkspace(new WorkspaceName("legal")));

        User ana = madeBy(started).orElseThrow().user();
        OrganizationId home = ports.organizations().findDefault().orElseThrow().id();
        assertThat(fateOf(started)).contains(Fate.MEMBER);
        assertThat(ana.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(ports.memberships().find(Place.of(home), ana.id())).isPresent();
        assertThat(ports.workspaces().findByName(NameKey.of("legal"))).isEmpty();
        assertThat(logIn("ana@example.org").user()).isEqualTo(ana);
    }

    @Test
    void addressThatComesLaterNeedsAPassword() {
        start(owner("olga"));

        assertThat(foresee(loggingIn("ana@example.org"))).isEqualTo(Fate.MEMBER);
        assertThat(fateOf(start(loggingIn("ana@example.org")))).contains(Fate.REFUSED);
    }

    /** Settings that nobody looks at any more let nobody in again who was shut out. */
    @Test
    void deletedAccountIsNotBroughtBack() {
        start(owner("olga"));
        User ana = new Given(ports).user("ana").email("ana@example.org").user();
        ports.users().update(ana.withStatus(UserStatus.DELETED));

        StartInstance.Started started = start(loggingIn("ana@example.org").withPassword(Password.chosen(PASSWORD)));

        assertThat(fateOf(started)).contains(Fate.REFUSED);
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    void noHashIsSpentOnAnAccountThatIsThere() {
        start(owner("olga").withPassword(Password.chosen(PASSWORD)));
        long spent = fakes.passwordHasher().hashes();

        start(owner("olga").withPassword(Password.chosen(PASSWORD)));

        assertThat(fakes.passwordHasher().hashes()).isEqualTo(spent);
    }

    @Test
    void whoMayNotConfigureIsNotEvenToldWhoIsThere() {
        start(owner("olga"));
        User ana = new Given(ports).user("ana").user();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(StartInstance.class).foresee(Caller.user(ana, ORIGIN), owner("olga")))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
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

    private static Optional<Fate> fateOf(StartInstance.Started started) {
        return started.account().map(StartInstance.Account::fate);
    }

    private static Optional<CreateUser.Created> madeBy(StartInstance.Started started) {
        return started.account().flatMap(StartInstance.Account::made);
    }

    private Fate foresee(StartInstance.FirstOwner wanted) {
        return useCases.get(StartInstance.class).foresee(Caller.roster(ORIGIN), wanted);
    }

    private LogIn.Opened logIn(String login) {
        return useCases.get(LogIn.class).handle(new LogIn.Command(login, Password.attempted(PASSWORD), ORIGIN));
    }

    private static StartInstance.FirstOwner loggingIn(String login) {
        return StartInstance.FirstOwner.loggingIn(new Username(login));
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
