package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.flat.ChooseNewcomerRole;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.EnsureInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Credential;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A credential gives none that lasts longer than itself. */
class HandingOutTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a script");
    private static final String KIND = "label-studio:newcomers";
    private static final String PASSWORD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser olga =
            given.owner("olga").password(PASSWORD).token("token-of-olga").email("olga@example.org");

    private final Organization lab = given.organization("lab");

    @BeforeEach
    void anotherOwner() {
        given.owner("oleg");
    }

    /** What would give the caller, or whoever has a link, a credential that does not end with the one they came with. */
    static Stream<Named<Attempt>> attempts() {
        return Stream.of(
                Named.of(
                        "see the token",
                        (test, caller) -> test.useCases.get(ShowToken.class).handle(caller, null)),
                Named.of(
                        "renew the token",
                        (test, caller) -> test.useCases.get(RenewToken.class).handle(caller, RenewToken.Command.own())),
                Named.of("make a key", (test, caller) -> test.create(caller, null)),
                Named.of(
                        "make a key that ends soon",
                        (test, caller) ->
                                test.create(caller, test.fakes.clock().instant().plusSeconds(1))),
                Named.of(
                        "refresh another key",
                        (test, caller) -> test.refresh(caller, test.create(test.proven(), null), null, Duration.ZERO)),
                Named.of("make a service account with a key", (test, caller) -> test.createServiceAccount(caller)),
                Named.of(
                        "set the password",
                        (test, caller) -> test.update(
                                caller,
                                command -> command.withPassword(Change.to(Password.chosen("battery staple horse"))))),
                Named.of(
                        "give a temporary password",
                        (test, caller) ->
                                test.useCases.get(GiveTemporaryPassword.class).handle(caller, test.olga.id())),
                Named.of(
                        "send a link",
                        (test, caller) ->
                                test.useCases.get(SendPasswordLink.class).handle(caller, test.olga.id())),
                Named.of(
                        "be given a link to hand over",
                        (test, caller) ->
                                test.useCases.get(SendPasswordLink.class).toHandOver(caller, test.olga.id())),
                Named.of("change the address", (test, caller) -> test.changeEmail(caller)),
                Named.of("reset an invite link", (test, caller) -> test.resetLink(caller)),
                Named.of("see an invite link", (test, caller) -> {
                    test.resetLink(test.proven());
                    test.useCases.get(ShowInviteLink.class).handle(caller, test.lab.id());
                }),
                Named.of(
                        "have an invite link made",
                        (test, caller) ->
                                test.useCases.get(EnsureInviteLink.class).handle(caller, test.lab.id())),
                Named.of("choose a role for newcomers", (test, caller) -> test.chooseNewcomerRole(caller, "reviewer")));
    }

    /** Something to try as somebody. */
    interface Attempt {
        void by(HandingOutTest test, Caller caller);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void anApiKeyHandsNothingOut(Attempt attempt) {
        Caller endless = authenticate(create(proven(), null).secret());
        Caller short30 = authenticate(
                create(proven(), fakes.clock().instant().plusSeconds(30)).secret());

        for (Caller key : List.of(endless, short30)) {
            assertForbidden(() -> attempt.by(this, key))
                    .withMessageStartingWith("an API key cannot create anything that outlasts it");
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aSessionHandsOutForAnHourAfterThePasswordWasShown(Attempt attempt) {
        SecretText session = logIn();

        fakes.clock().advance(Credential.PROVEN_FOR.minusMillis(1));

        attempt.by(this, authenticate(session));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aSessionHandsNothingOutLater(Attempt attempt) {
        SecretText session = logIn();

        fakes.clock().advance(Credential.PROVEN_FOR);

        assertForbidden(() -> attempt.by(this, authenticate(session)))
                .withMessage("this session was opened more than an hour ago, log in again to do this");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aUserTokenHandsOut(Attempt attempt) {
        attempt.by(this, authenticate(new SecretText("token-of-olga")));
    }

    @Test
    void whoMayNotAddMembersIsToldSoWithAnyCredential() {
        GivenUser ada = given.user("ada").in(lab);
        Caller key = Caller.withKey(ada.user(), ORIGIN, ada.apiKey("key-of-ada"));

        for (Caller caller : List.of(key, Caller.user(ada.user(), ORIGIN))) {
            assertForbidden(() -> resetLink(caller)).withMessageContaining("member:add");
        }
    }

    @Test
    void aKeyTakesTheRoleOfNewcomersAway() {
        chooseNewcomerRole(authenticate(create(proven(), null).secret()), null);

        assertThat(ports.annexes().of(AnnexOwner.of(lab.id()), KIND)).hasSize(1);
    }

    @Test
    void aPasswordIsChangedInAnySessionAndByNoKey() {
        Caller key = authenticate(create(proven(), null).secret());
        SecretText session = logIn();
        ChangePassword.Command command =
                new ChangePassword.Command(Password.attempted(PASSWORD), Password.chosen("battery staple horse"));

        assertForbidden(() -> useCases.get(ChangePassword.class).handle(key, command));
        fakes.clock().advance(Credential.PROVEN_FOR.multipliedBy(2));

        useCases.get(ChangePassword.class).handle(authenticate(session), command);
    }

    @Test
    void aKeyReplacesItselfAtOnceAndEndsNoLater() {
        Instant end = fakes.clock().instant().plusSeconds(30);
        KeyIssuer.Issued old = create(proven(), end);
        Caller caller = authenticate(old.secret());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> refresh(caller, old, end, Duration.ofSeconds(1)))
                .returns("grace_period_seconds", RefusedException::field);
        for (Instant later : new Instant[] {null, end.plusMillis(1)}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> refresh(caller, old, later, Duration.ZERO))
                    .returns("expires_at", RefusedException::field);
        }
        KeyIssuer.Issued fresh = refresh(caller, old, end, Duration.ZERO);

        assertThat(fresh.key().expiresAt()).isEqualTo(end);
        assertThat(authenticate(fresh.secret()).is(olga.id())).isTrue();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> authenticate(old.secret()));
    }

    @Test
    void aKeyOfAServiceAccountHandsNothingOutEither() {
        GivenUser robot = given.user("robot").serviceOf(olga).token("token-of-robot");
        ports.users().update(robot.user().withDeveloper(true));
        KeyIssuer.Issued issued = useCases.get(CreateApiKey.class)
                .handle(proven(), new CreateApiKey.Command(robot.id(), KeyIssuer.Wish.named("first")));
        Caller key = authenticate(issued.secret());

        assertForbidden(() -> useCases.get(ShowToken.class).handle(key, null));
        assertForbidden(() -> useCases.get(RenewToken.class).handle(key, RenewToken.Command.own()));
        assertForbidden(() -> create(key, null));
    }

    @Test
    void aServiceAccountDoesNotTakeOverWhoMadeIt() {
        GivenUser robot = given.owner("robot").serviceOf(olga);
        Caller caller = Caller.user(robot.user(), ORIGIN);

        assertForbidden(() -> update(
                        caller, command -> command.withPassword(Change.to(Password.chosen("battery staple horse")))))
                .withMessageContaining("a service account cannot take over its creator");
    }

    @Test
    void theAccountOfADemotedMakerMakesNoKeyForAnOwnersAccount() {
        GivenUser mara = given.owner("mara");
        GivenUser robot = given.owner("robot").serviceOf(mara);
        GivenUser other = given.owner("other").serviceOf(olga);
        Caller caller = Caller.user(robot.user(), ORIGIN);
        CreateApiKey.Command command = new CreateApiKey.Command(other.id(), KeyIssuer.Wish.named("mine"));
        useCases.get(CreateApiKey.class).handle(caller, command);

        mara.role(PredefinedRole.ANNOTATOR);

        assertForbidden(() -> useCases.get(CreateApiKey.class).handle(caller, command))
                .withMessageContaining("only its creator or an owner may create keys for a service account");
    }

    private static ThrowableAssertAlternative<RefusedException> assertForbidden(ThrowingCallable attempt) {
        return assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(attempt)
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
    }

    private void resetLink(Caller caller) {
        useCases.get(ResetInviteLink.class).handle(caller, ResetInviteLink.Command.of(lab.id()));
    }

    private void chooseNewcomerRole(Caller caller, @Nullable String role) {
        useCases.get(ChooseNewcomerRole.class)
                .handle(
                        caller,
                        new ChooseNewcomerRole.Command(
                                lab.id(), "projects", role, new ChooseNewcomerRole.Kept(KIND, Map.of("role", "{}"))));
    }

    private void createServiceAccount(Caller caller) {
        useCases.get(CreateServiceAccount.class)
                .handle(
                        caller,
                        CreateServiceAccount.Command.of(
                                new Username("robot"), List.of(), KeyIssuer.Wish.named("first")));
    }

    private User changeEmail(Caller caller) {
        UpdateUser.Command own = UpdateUser.Command.of(olga.id());
        return useCases.get(UpdateUser.class)
                .handle(caller, own.withEmail(Change.to(new EmailAddress("other@example.org"))));
    }

    private void update(Caller caller, UnaryOperator<UpdateUser.Command> change) {
        useCases.get(UpdateUser.class).handle(caller, change.apply(UpdateUser.Command.of(olga.id())));
    }

    private KeyIssuer.Issued create(Caller caller, @Nullable Instant end) {
        return useCases.get(CreateApiKey.class)
                .handle(caller, CreateApiKey.Command.own(new KeyIssuer.Wish("laptop", "", end)));
    }

    private KeyIssuer.Issued refresh(Caller caller, KeyIssuer.Issued old, @Nullable Instant end, Duration grace) {
        return useCases.get(RefreshApiKey.class)
                .handle(caller, new RefreshApiKey.Command(old.key().id(), end, grace));
    }

    private SecretText logIn() {
        return useCases.get(LogIn.class)
                .handle(new LogIn.Command("olga", Password.attempted(PASSWORD), ORIGIN))
                .key();
    }

    private Caller proven() {
        return Caller.user(olga.user(), ORIGIN);
    }

    private Caller authenticate(SecretText secret) {
        return useCases.get(Authenticate.class).handle(secret, ORIGIN);
    }
}
