package dev.roster.application.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.application.credential.ResetPassword;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.declaration.ApplyDeclaration;
import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.DeclaredUser;
import dev.roster.application.fake.FixedClock;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.UserFilter;
import dev.roster.application.role.RegisterPermission;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.DeleteUsers;
import dev.roster.application.user.SetAvatar;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Backoff;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A slow thing, a hash or a picture, is done outside of the transaction that acts on it. Whatever somebody else changes in
 * between, what is done is what would have been done after that change. An engine's test extends this.
 */
public abstract class CheckAndActContract {
    private static final Origin HOME = new Origin(Door.API, "192.0.2.7", "curl/8");
    private static final Origin STRANGER = new Origin(Door.API, "198.51.100.9", "curl/8");
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    private static final String OLD = "the old password";
    private static final String WANTED = "the one I want";
    private static final String OWNERS = "what the owner set";

    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-02T09:00:00.123456Z"));
    private final Meanwhile meanwhile = new Meanwhile();
    private Ports ports;
    private Given given;
    private UseCases interrupted;
    private UseCases others;

    @SuppressWarnings("NullAway.Init") // by those tests that need her
    private GivenUser olga;

    @SuppressWarnings("NullAway.Init") // by those tests that need her
    private GivenUser ana;

    protected abstract Ports emptyStore();

    /** The use cases that some test interrupts. */
    public static Set<Class<?>> interruptedUseCases() {
        return Arrays.stream(CheckAndActContract.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(ActsOnWhatItChecked.class))
                .filter(marked -> marked != null)
                .flatMap(marked -> Arrays.stream(marked.value()))
                .collect(Collectors.toSet());
    }

    @BeforeEach
    void populate() {
        ports = emptyStore();
        given = new Given(ports);
        given.organization();
        interrupted = UseCases.over(meanwhile.around(ports), clock);
        others = UseCases.over(ports, clock);
    }

    private void olgaAndAna() {
        olga = given.owner("olga").password("olgas own password");
        ana = given.user("ana").email("ana@example.org").password(OLD).token("token-of-ana");
    }

    // Passwords

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aLogInWithThePasswordOfBeforeOpensNoSession() {
        olgaAndAna();
        meanwhile.happens(this::setPasswordOfAna);

        assertWrongLogIn(() -> logIn("ana", OLD));

        assertThat(ports.sessions().of(ana.id())).isEmpty();
        assertThat(logIn("ana", OWNERS).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aLogInWithALastingPasswordOpensNothingOnceATemporaryOneWasGiven() {
        olgaAndAna();
        meanwhile.happens(() -> others.get(GiveTemporaryPassword.class).handle(as(olga), ana.id()));

        assertWrongLogIn(() -> logIn("ana", OLD));
    }

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aLogInWithATemporaryPasswordThatWasReplacedIsWrong() {
        olgaAndAna();
        String temporary = temporaryPassword();
        meanwhile.happens(() -> others.get(GiveTemporaryPassword.class).handle(as(olga), ana.id()));

        assertWrongLogIn(() -> logIn("ana", temporary));
    }

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aLogInOfSomebodyWhoIsShutOutMeanwhileOpensNoSession() {
        olgaAndAna();
        meanwhile.happens(this::deactivateAna);

        assertWrongLogIn(() -> logIn("ana", OLD));

        assertThat(ports.sessions().of(ana.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked({LogIn.class, ChangePassword.class, CompletePasswordReset.class, ReplaceTemporaryPassword.class
    })
    void nothingOfAGuestIsDoneOnceTheStayEndsMeanwhile() {
        olgaAndAna();
        ana.staying(new Stay(null, clock.instant().plusSeconds(60)));
        meanwhile.happens(() -> clock.advance(Duration.ofSeconds(60)));
        assertWrongLogIn(() -> logIn("ana", OLD));

        ana.staying(new Stay(null, clock.instant().plusSeconds(60)));
        meanwhile.happens(() -> clock.advance(Duration.ofSeconds(60)));
        assertRefused(Kind.UNAUTHENTICATED, null, () -> changePassword(as(ana), OLD, WANTED));

        ana.staying(new Stay(null, clock.instant().plusSeconds(60)));
        SecretText link = link(sendLink());
        meanwhile.happens(() -> clock.advance(Duration.ofSeconds(60)));
        assertRefused(Kind.NOT_FOUND, "link", () -> complete(link));

        ana.staying(new Stay(null, clock.instant().plusSeconds(60)));
        String temporary = temporaryPassword();
        meanwhile.happens(() -> clock.advance(Duration.ofSeconds(60)));
        assertWrongLogIn(() -> replace(temporary));
        assertThat(ports.sessions().of(ana.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aLogInUnderANameThatIsSomebodyElsesByNowOpensNoSession() {
        olgaAndAna();
        GivenUser bob = given.user("bob").password(OLD);
        meanwhile.happens(() -> {
            rename(ana, "anna");
            rename(bob, "ana");
        });

        assertWrongLogIn(() -> logIn("ana", OLD));

        assertThat(ports.sessions().of(ana.id())).isEmpty();
        assertThat(ports.sessions().of(bob.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void aBetterHashOfThePasswordOfBeforeIsNotKept() {
        olgaAndAna();
        Password asTyped = Password.attempted("Pru\u0308fung fu\u0308r Ana");
        ports.passwords()
                .set(ana.id(), ports.passwordHasher().hash(asTyped.spellings().get(1)), Given.THEN);
        meanwhile.happens(this::setPasswordOfAna);

        assertWrongLogIn(() -> interrupted.get(LogIn.class).handle(new LogIn.Command("ana", asTyped, HOME)));

        assertThat(logIn("ana", OWNERS).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(ChangePassword.class)
    void aChangeOnItsWayDoesNotOverwriteThePasswordThatAnOwnerSet() {
        olgaAndAna();
        meanwhile.happens(this::setPasswordOfAna);

        assertRefused(Kind.INVALID, "current_password", () -> changePassword(as(ana), OLD, WANTED));

        assertThat(logIn("ana", OWNERS).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(ChangePassword.class)
    void ofTwoChangesAtOnceTheSecondNoLongerKnowsThePassword() {
        olgaAndAna();
        meanwhile.happens(() -> others.get(ChangePassword.class)
                .handle(
                        as(ana),
                        new ChangePassword.Command(Password.attempted(OLD), Password.chosen("another one of mine"))));

        assertRefused(Kind.INVALID, "current_password", () -> changePassword(as(ana), OLD, WANTED));
    }

    @Test
    @ActsOnWhatItChecked(ChangePassword.class)
    void aChangeBySomebodyWhoIsShutOutMeanwhileIsNotMade() {
        olgaAndAna();
        meanwhile.happens(this::deactivateAna);

        assertRefused(Kind.UNAUTHENTICATED, null, () -> changePassword(as(ana), OLD, WANTED));
    }

    @Test
    @ActsOnWhatItChecked(ChangePassword.class)
    void aChangeInASessionThatWasEndedMeanwhileIsNotMade() {
        olgaAndAna();
        Caller thief = others.get(Authenticate.class).handle(logIn("ana", OLD).key(), STRANGER);
        meanwhile.happens(() -> ports.sessions().removeAllOf(ana.id(), null));

        assertRefused(Kind.UNAUTHENTICATED, null, () -> changePassword(thief, OLD, WANTED));

        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(RenewToken.class)
    void aTokenIsNotRenewedForAPasswordThatIsNoLongerRight() {
        olgaAndAna();
        meanwhile.happens(this::setPasswordOfAna);

        assertRefused(
                Kind.INVALID,
                "password",
                () -> interrupted.get(RenewToken.class).own(as(ana), Password.attempted(OLD)));

        assertThat(others.get(Authenticate.class)
                        .handle(new SecretText("token-of-ana"), HOME)
                        .is(ana.id()))
                .isTrue();
    }

    @Test
    @ActsOnWhatItChecked(CreateApiKey.class)
    void aKeyIsNotCreatedForAPasswordThatIsNoLongerRight() {
        olgaAndAna();
        meanwhile.happens(this::setPasswordOfAna);

        assertRefused(
                Kind.INVALID,
                "password",
                () -> interrupted
                        .get(CreateApiKey.class)
                        .own(as(ana), KeyIssuer.Wish.named("nightly"), Password.attempted(OLD)));

        assertThat(ports.apiKeys().countUsable(ana.id(), Instant.EPOCH).own()).isZero();
    }

    @Test
    @ActsOnWhatItChecked(ReplaceTemporaryPassword.class)
    void aTemporaryPasswordThatAnotherReplacedMeanwhileIsWrong() {
        olgaAndAna();
        String temporary = temporaryPassword();
        meanwhile.happens(() -> others.get(GiveTemporaryPassword.class).handle(as(olga), ana.id()));

        assertWrongLogIn(() -> replace(temporary));

        assertThat(ports.sessions().of(ana.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(ReplaceTemporaryPassword.class)
    void aTemporaryPasswordOfSomebodyWhoIsShutOutMeanwhileOpensNothing() {
        olgaAndAna();
        String temporary = temporaryPassword();
        meanwhile.happens(this::deactivateAna);

        assertWrongLogIn(() -> replace(temporary));
    }

    @Test
    @ActsOnWhatItChecked(CompletePasswordReset.class)
    void aLinkThatANewerOneReplacedMeanwhileSetsNoPassword() {
        olgaAndAna();
        SecretText link = link(sendLink());
        meanwhile.happens(this::sendLink);

        assertRefused(Kind.NOT_FOUND, "link", () -> complete(link));

        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(CompletePasswordReset.class)
    void aLinkOfSomebodyWhoIsShutOutMeanwhileSetsNoPassword() {
        olgaAndAna();
        SecretText link = link(sendLink());
        meanwhile.happens(this::deactivateAna);

        assertRefused(Kind.NOT_FOUND, "link", () -> complete(link));
    }

    @Test
    @ActsOnWhatItChecked(RequestPasswordReset.class)
    void aLinkIsMailedToTheAddressThatTheAccountHasByThen() {
        olgaAndAna();
        meanwhile.happens(() -> changeEmail(ana, "ana@elsewhere.example"));

        interrupted.get(RequestPasswordReset.class).handle(new RequestPasswordReset.Command("ana", HOME));

        assertThat(mailed()).extracting(letter -> letter.to().value()).containsExactly("ana@elsewhere.example");
    }

    @Test
    @ActsOnWhatItChecked(RequestPasswordReset.class)
    void noLinkIsMailedToAnAddressThatIsNobodysByThen() {
        olgaAndAna();
        meanwhile.happens(() -> changeEmail(ana, "ana@elsewhere.example"));

        interrupted.get(RequestPasswordReset.class).handle(new RequestPasswordReset.Command("ana@example.org", HOME));

        assertThat(mailed()).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(GiveTemporaryPassword.class)
    void whoLosesTheRightMeanwhileGivesNoTemporaryPassword() {
        olgaAndAna();
        GivenUser helper = helper();
        meanwhile.happens(() -> helper.role(PredefinedRole.ANNOTATOR));

        assertRefused(
                Kind.FORBIDDEN,
                null,
                () -> interrupted.get(GiveTemporaryPassword.class).handle(as(helper), ana.id()));

        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(GiveTemporaryPassword.class)
    void nobodyGetsATemporaryPasswordForAnAccountThatBecomesAnOwnersMeanwhile() {
        olgaAndAna();
        GivenUser helper = helper();
        meanwhile.happens(() -> ana.role(PredefinedRole.OWNER));

        assertRefused(
                Kind.FORBIDDEN,
                null,
                () -> interrupted.get(GiveTemporaryPassword.class).handle(as(helper), ana.id()));
    }

    // Waiting that begins meanwhile

    @Test
    @ActsOnWhatItChecked(LogIn.class)
    void waitingThatBeginsMeanwhileHoldsTheRightPasswordAndTheWrongOneAlike() {
        olgaAndAna();
        meanwhile.happens(this::guessUntilHeld);
        assertRefused(Kind.THROTTLED, null, () -> logIn("ana", OLD));

        clock.advance(Backoff.QUIET);
        meanwhile.happens(this::guessUntilHeld);
        assertRefused(Kind.THROTTLED, null, () -> logIn("ana", "one more guess"));

        assertThat(ports.sessions().of(ana.id())).isEmpty();
        clock.advance(Backoff.QUIET);
        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(ChangePassword.class)
    void waitingThatBeginsMeanwhileHoldsAChangeToo() {
        olgaAndAna();
        meanwhile.happens(() -> {
            for (int guess = 0; guess < Guess.CHANGE_PASSWORD.ofAccount().free(); guess++) {
                assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> others.get(ChangePassword.class)
                                .handle(
                                        Caller.user(ana.user(), STRANGER),
                                        new ChangePassword.Command(
                                                Password.attempted("a guess"), Password.chosen(WANTED))));
            }
        });

        assertRefused(Kind.THROTTLED, null, () -> changePassword(Caller.user(ana.user(), STRANGER), OLD, WANTED));
    }

    private void guessUntilHeld() {
        for (int guess = 0; guess < Guess.LOG_IN.ofAccount().free(); guess++) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> others.get(LogIn.class).handle(credentials("ana", "a guess")))
                    .returns(Kind.UNAUTHENTICATED, RefusedException::kind);
        }
    }

    // Accounts

    @Test
    @ActsOnWhatItChecked(CreateUser.class)
    void whoLosesTheRightMeanwhileCreatesNobody() {
        GivenUser maker = given.user("maker").role(given.role("maker", RosterPermission.USER_CREATE));
        meanwhile.happens(() -> maker.role(PredefinedRole.ANNOTATOR));

        assertRefused(
                Kind.FORBIDDEN,
                null,
                () -> interrupted
                        .get(CreateUser.class)
                        .handle(
                                as(maker),
                                CreateUser.Command.named(new Username("eve")).withPassword(Password.chosen(WANTED))));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    @ActsOnWhatItChecked(UpdateUser.class)
    void whoLosesTheRightMeanwhileSetsNoPassword() {
        olgaAndAna();
        GivenUser helper = helper();
        meanwhile.happens(() -> helper.role(PredefinedRole.ANNOTATOR));

        assertRefused(Kind.FORBIDDEN, null, () -> setPassword(as(helper)));

        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
    }

    @Test
    @ActsOnWhatItChecked(UpdateUser.class)
    void nobodySetsThePasswordOfSomebodyWhoBecomesAnOwnerMeanwhile() {
        olgaAndAna();
        GivenUser helper = helper();
        meanwhile.happens(() -> ana.role(PredefinedRole.OWNER));

        assertRefused(Kind.FORBIDDEN, null, () -> setPassword(as(helper)));
    }

    @Test
    @ActsOnWhatItChecked(UpdateUser.class)
    void nobodyWhoIsDeletedMeanwhileGetsAPassword() {
        olgaAndAna();
        meanwhile.happens(() -> others.get(DeleteUser.class).handle(as(olga), ana.id()));

        assertRefused(Kind.NOT_FOUND, "user", () -> setPassword(as(olga)));

        assertThat(ports.passwords().find(ana.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(ResetPassword.class)
    void whoLosesTheRightMeanwhileResetsNoPasswordAndEndsNoKeys() {
        olgaAndAna();
        ApiKey key = ana.apiKey("a key");
        GivenUser helper = helper();
        meanwhile.happens(() -> helper.role(PredefinedRole.ANNOTATOR));
        ResetPassword.Command command =
                new ResetPassword.Command(ana.id(), Password.chosen(WANTED), new OtherCredentials.Wish(true, false));

        assertRefused(
                Kind.FORBIDDEN, null, () -> interrupted.get(ResetPassword.class).handle(as(helper), command));

        assertThat(logIn("ana", OLD).user().id()).isEqualTo(ana.id());
        assertThat(ports.apiKeys().get(key.id()).revokedAt()).isNull();
    }

    @Test
    @ActsOnWhatItChecked(SetAvatar.class)
    void nobodyWhoIsShutOutMeanwhileSetsAPicture() {
        olgaAndAna();
        meanwhile.happens(this::deactivateAna);

        assertRefused(
                Kind.UNAUTHENTICATED,
                null,
                () -> interrupted.get(SetAvatar.class).handle(as(ana), ana.id(), SamplePicture.png(0x336699)));

        assertThat(ports.avatars().find(ana.id())).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(ApplyDeclaration.class)
    void aUserWhoIsDeletedMeanwhileIsNotDeclaredWithoutTheirPassword() {
        olgaAndAna();
        Declaration declaration = new Declaration(
                List.of(),
                List.of(DeclaredUser.named(new Username("ana")).withPassword(Password.chosen(WANTED))),
                List.of());
        meanwhile.happens(() -> others.get(DeleteUser.class).handle(as(olga), ana.id()));

        assertRefused(
                Kind.CHANGED,
                null,
                () -> interrupted
                        .get(ApplyDeclaration.class)
                        .handle(as(olga), new ApplyDeclaration.Command(declaration, false, null)));

        assertThat(ports.users().findByLogin(NameKey.of("ana"))).isEmpty();
    }

    @Test
    @ActsOnWhatItChecked(DeleteUsers.class)
    void whoHasTheAddressByThenIsDeletedAndNobodyElse() {
        olgaAndAna();
        GivenUser bob = given.user("bob");
        meanwhile.happens(() -> {
            changeEmail(ana, "ana@elsewhere.example");
            changeEmail(bob, "ana@example.org");
        });

        List<DeleteUsers.Result> results = interrupted
                .get(DeleteUsers.class)
                .handle(as(olga), new DeleteUsers.Command(List.of(), List.of("ana@example.org")));

        assertThat(results).extracting(DeleteUsers.Result::user).containsExactly(bob.id());
        assertThat(ana.user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    // Getting in

    @Test
    @ActsOnWhatItChecked(InviteUser.class)
    void anAddressThatIsTakenMeanwhileIsNotInvited() {
        olgaAndAna();
        meanwhile.happens(() -> given.user("eve").email("eve@example.org"));

        assertRefused(Kind.CONFLICT, "email", () -> invite(as(olga), InviteMode.TEMPORARY_PASSWORD));
    }

    @Test
    @ActsOnWhatItChecked(InviteUser.class)
    void whoLosesTheRightMeanwhileInvitesNobody() {
        GivenUser maker = given.user("maker").role(given.role("maker", RosterPermission.USER_CREATE));
        meanwhile.happens(() -> maker.role(PredefinedRole.ANNOTATOR));

        assertRefused(Kind.FORBIDDEN, null, () -> invite(as(maker), InviteMode.TEMPORARY_PASSWORD));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    @ActsOnWhatItChecked(ResendInvitation.class)
    void anInvitationThatBecomesAnotherMeanwhileIsNotSentAgain() {
        UserId eve = invited(InviteMode.TEMPORARY_PASSWORD).user().id();
        meanwhile.happens(() -> {
            clock.advance(Duration.ofDays(8));
            invited(InviteMode.LINK);
        });

        assertRefused(
                Kind.CONFLICT,
                "invitation",
                () -> interrupted.get(ResendInvitation.class).handle(OPERATOR, eve));
    }

    @Test
    @ActsOnWhatItChecked(ResendInvitation.class)
    void anInvitationThatIsAcceptedMeanwhileIsNotSentAgain() {
        given.owner("olga");
        InviteUser.Invited eve = invited(InviteMode.LINK);
        meanwhile.happens(() -> others.get(AcceptInvitation.class).handle(acceptance(link(eve.link()))));

        assertRefused(
                Kind.CONFLICT,
                "invitation",
                () -> interrupted
                        .get(ResendInvitation.class)
                        .handle(OPERATOR, eve.user().id()));
    }

    @Test
    @ActsOnWhatItChecked(AcceptInvitation.class)
    void anInvitationThatIsRevokedMeanwhileLetsNobodyIn() {
        InviteUser.Invited eve = invited(InviteMode.LINK);
        meanwhile.happens(() ->
                others.get(RevokeInvitation.class).handle(OPERATOR, eve.user().id()));

        assertRefused(Kind.NOT_FOUND, "link", () -> accept(link(eve.link())));
    }

    @Test
    @ActsOnWhatItChecked(AcceptInvitation.class)
    void anInvitationThatIsSentAgainMeanwhileLetsNobodyInWithTheOlderLink() {
        InviteUser.Invited eve = invited(InviteMode.LINK);
        meanwhile.happens(() ->
                others.get(ResendInvitation.class).handle(OPERATOR, eve.user().id()));

        assertRefused(Kind.NOT_FOUND, "link", () -> accept(link(eve.link())));
    }

    @Test
    @ActsOnWhatItChecked(SignUp.class)
    void aLinkThatIsTakenAwayMeanwhileMakesNoAccount() {
        given.owner("olga");
        SecretText link = inviteLink(null);
        meanwhile.happens(() -> others.get(RemoveInviteLink.class)
                .handle(OPERATOR, given.organization().id()));

        assertRefused(Kind.NOT_FOUND, "link", () -> signUp(interrupted, link, "eve"));
    }

    @Test
    @ActsOnWhatItChecked(SignUp.class)
    void aLinkThatIsUsedUpMeanwhileMakesNoAccount() {
        given.owner("olga");
        SecretText link = inviteLink(1);
        meanwhile.happens(() -> signUp(others, link, "first"));

        assertRefused(Kind.NOT_FOUND, "link", () -> signUp(interrupted, link, "second"));
    }

    @Test
    @ActsOnWhatItChecked(ConfirmSignUp.class)
    void aLinkThatIsTakenAwayMeanwhileConfirmsNoSignUp() {
        given.owner("olga");
        SecretText link = inviteLink(null);
        SecretText secret = waiting(link);
        meanwhile.happens(() -> others.get(RemoveInviteLink.class)
                .handle(OPERATOR, given.organization().id()));

        assertRefused(Kind.NOT_FOUND, "link", () -> confirm(interrupted, secret));
    }

    @Test
    @ActsOnWhatItChecked(ConfirmSignUp.class)
    void aSignUpThatIsConfirmedMeanwhileIsNotConfirmedAgain() {
        given.owner("olga");
        SecretText secret = waiting(inviteLink(null));
        meanwhile.happens(() -> confirm(others, secret));

        assertRefused(Kind.NOT_FOUND, "link", () -> confirm(interrupted, secret));
    }

    /** The secret of a sign-up whose address is to be confirmed. */
    private SecretText waiting(SecretText link) {
        SecretText secret = new SecretText("rsu_secret");
        ports.pendingSignUps()
                .add(new PendingSignUp(
                        secret.digest(),
                        new EmailAddress("eve@example.org"),
                        new Username("eve"),
                        Profile.named(new Username("eve")),
                        ports.passwordHasher().hash(Password.chosen(WANTED)),
                        link.digest(),
                        null,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(1))));
        return secret;
    }

    private static void confirm(UseCases useCases, SecretText secret) {
        useCases.get(ConfirmSignUp.class).handle(ConfirmSignUp.Command.of(secret, Password.attempted(WANTED), HOME));
    }

    @Test
    @ActsOnWhatItChecked(ClaimSetUp.class)
    void whoComesFirstIsTheOnlyFirstOwner() {
        SecretText link = others.get(StartInstance.class)
                .handle(OPERATOR, null)
                .setUpLink()
                .orElseThrow();
        meanwhile.happens(() -> given.owner("olga"));

        assertRefused(
                Kind.NOT_FOUND,
                "link",
                () -> interrupted
                        .get(ClaimSetUp.class)
                        .handle(new ClaimSetUp.Command(link, new Username("mallory"), Password.chosen(WANTED), HOME)));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    @ActsOnWhatItChecked(StartInstance.class)
    void aStartMakesNoSecondFirstOwner() {
        StartInstance.FirstOwner first =
                StartInstance.FirstOwner.named(new Username("late")).withPassword(Password.chosen(WANTED));
        others.get(StartInstance.class).prepare(OPERATOR);
        meanwhile.happens(() -> given.owner("olga"));

        Optional<CreateUser.Created> made = interrupted
                .get(StartInstance.class)
                .handle(OPERATOR, first)
                .account()
                .flatMap(StartInstance.Account::made);

        assertThat(meanwhile.hasHappened()).isTrue();
        assertThat(made).isEmpty();
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    void aStartMakesNoSecondAccountForAnAddress() {
        StartInstance.FirstOwner wanted = StartInstance.FirstOwner.loggingIn(new Username("eve@example.org"))
                .withPassword(Password.chosen(WANTED));
        others.get(StartInstance.class).prepare(OPERATOR);
        given.owner("olga");
        meanwhile.happens(() -> given.user("eve").email("eve@example.org"));

        StartInstance.Started started = interrupted.get(StartInstance.class).handle(OPERATOR, wanted);

        assertThat(meanwhile.hasHappened()).isTrue();
        assertThat(started.account().map(StartInstance.Account::fate)).contains(StartInstance.Fate.KNOWN);
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(2);
    }

    @Test
    @ActsOnWhatItChecked(RegisterPermission.class)
    void whatIsRegisteredMeanwhileStaysAsItIs() {
        RegisteredPermission read = new RegisteredPermission("acme:READ");
        meanwhile.happens(() ->
                others.get(RegisterPermission.class).handle(OPERATOR, new RegisterPermission.Command(read, "Look")));

        interrupted
                .get(RegisterPermission.class)
                .ensure(OPERATOR, "acme", List.of(new RegisterPermission.Command(read, "")));

        assertThat(meanwhile.hasHappened()).isTrue();
        assertThat(ports.registeredPermissions().all())
                .containsExactly(new RegisteredPermissions.Registered(read, "Look"));
    }

    // The credential that a request came with

    @Test
    void aKeyThatIsRevokedMeanwhileMakesNoOtherKey() {
        olgaAndAna();
        ana.role(PredefinedRole.ADMIN);
        ApiKey key = ana.apiKey("a stolen key");
        Caller thief = others.get(Authenticate.class).handle(new SecretText("a stolen key"), STRANGER);
        meanwhile.happens(() -> others.get(RevokeApiKey.class).handle(as(ana), key.id()));

        assertRefused(
                Kind.UNAUTHENTICATED,
                null,
                () -> interrupted
                        .get(CreateApiKey.class)
                        .handle(thief, CreateApiKey.Command.own(KeyIssuer.Wish.named("for ever"))));
    }

    @Test
    void aTokenThatIsRenewedMeanwhileRenewsNoToken() {
        olgaAndAna();
        Caller thief = others.get(Authenticate.class).handle(new SecretText("token-of-ana"), STRANGER);
        meanwhile.happens(() -> others.get(RenewToken.class).handle(as(ana), RenewToken.Command.own()));

        assertRefused(
                Kind.UNAUTHENTICATED,
                null,
                () -> interrupted.get(RenewToken.class).handle(thief, RenewToken.Command.own()));
    }

    // How it is told

    private Caller as(GivenUser user) {
        return Caller.user(user.user(), HOME);
    }

    private GivenUser helper() {
        return given.user("helper")
                .role(given.role("helper", RosterPermission.USER_READ, RosterPermission.USER_UPDATE));
    }

    private static LogIn.Command credentials(String login, String password) {
        return new LogIn.Command(login, Password.attempted(password), HOME);
    }

    private LogIn.Opened logIn(String login, String password) {
        return interrupted.get(LogIn.class).handle(credentials(login, password));
    }

    private void setPasswordOfAna() {
        others.get(UpdateUser.class)
                .handle(as(olga), UpdateUser.Command.of(ana.id()).withPassword(Change.to(Password.chosen(OWNERS))));
    }

    private void setPassword(Caller caller) {
        interrupted
                .get(UpdateUser.class)
                .handle(caller, UpdateUser.Command.of(ana.id()).withPassword(Change.to(Password.chosen(OWNERS))));
    }

    private void deactivateAna() {
        others.get(DeactivateUser.class).handle(as(olga), ana.id());
    }

    private String temporaryPassword() {
        return others.get(GiveTemporaryPassword.class)
                .handle(as(olga), ana.id())
                .password()
                .reveal();
    }

    private void replace(String temporary) {
        interrupted
                .get(ReplaceTemporaryPassword.class)
                .handle(new ReplaceTemporaryPassword.Command(
                        "ana", Password.attempted(temporary), Password.chosen(WANTED), HOME));
    }

    private void changePassword(Caller caller, String current, String wanted) {
        interrupted
                .get(ChangePassword.class)
                .handle(caller, new ChangePassword.Command(Password.attempted(current), Password.chosen(wanted)));
    }

    private @Nullable String sendLink() {
        return others.get(SendPasswordLink.class).handle(OPERATOR, ana.id()).link();
    }

    private void complete(SecretText link) {
        interrupted
                .get(CompletePasswordReset.class)
                .handle(new CompletePasswordReset.Command(link, Password.chosen(WANTED), HOME));
    }

    private List<Letter> mailed() {
        List<Letter> carried = ((RememberingCarrier) ports.mailCarrier()).carried();
        int before = carried.size();
        others.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 10);
        return List.copyOf(carried.subList(before, carried.size()));
    }

    private void rename(GivenUser user, String name) {
        ports.users().update(user.user().withUsername(new Username(name)));
    }

    private void changeEmail(GivenUser user, String address) {
        ports.users().update(user.user().withEmail(new EmailAddress(address)));
    }

    private InviteUser.Invited invited(InviteMode mode) {
        return others.get(InviteUser.class)
                .handle(OPERATOR, InviteUser.Command.of(new EmailAddress("eve@example.org"), mode));
    }

    private void invite(Caller caller, InviteMode mode) {
        interrupted
                .get(InviteUser.class)
                .handle(caller, InviteUser.Command.of(new EmailAddress("eve@example.org"), mode));
    }

    private static AcceptInvitation.Command acceptance(SecretText link) {
        return AcceptInvitation.Command.of(link, Password.chosen(WANTED), HOME);
    }

    private void accept(SecretText link) {
        interrupted.get(AcceptInvitation.class).handle(acceptance(link));
    }

    private SecretText inviteLink(@Nullable Integer mostUses) {
        return link(others.get(ResetInviteLink.class)
                .handle(
                        OPERATOR,
                        ResetInviteLink.Command.of(given.organization().id()).withMostUses(mostUses))
                .url());
    }

    private static void signUp(UseCases useCases, SecretText link, String name) {
        useCases.get(SignUp.class)
                .handle(SignUp.Command.of(new Username(name), Password.chosen(WANTED), HOME)
                        .withLink(link));
    }

    private static SecretText link(@Nullable String url) {
        String shown = String.valueOf(url);
        return new SecretText(shown.substring(shown.indexOf('#') + 1));
    }

    private void assertWrongLogIn(Runnable attempt) {
        assertRefused(Kind.UNAUTHENTICATED, null, attempt);
    }

    private void assertRefused(Kind kind, @Nullable String field, Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .returns(kind, RefusedException::kind)
                .returns(field, RefusedException::field);
        assertThat(meanwhile.hasHappened()).as("it was interrupted").isTrue();
    }
}
