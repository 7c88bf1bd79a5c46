package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.KeyWriter;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.RotateSignedKey;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.port.UserFilter;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must happen once when many ask for it at the same moment, on two nodes. An engine's test opens them. */
abstract class AccountRaces {
    private static final int THREADS = 20;
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");
    private static final String PASSWORD = "a password of my own";

    abstract Ports one();

    abstract Ports two();

    private UseCases node(int number) {
        return UseCases.over(number % 2 == 0 ? one() : two(), InstantSource.system());
    }

    @Test
    void twentyInvitationsOfOneAddressMakeOneAccount() throws Exception {
        new Given(one()).organization();

        List<InviteUser.Invited> invited =
                all(node -> node.get(InviteUser.class).handle(operator(), InviteUser.Command.of(EVE, InviteMode.LINK)));

        assertThat(invited).hasSize(THREADS);
        assertThat(invited)
                .extracting(result -> result.user().id())
                .containsOnly(one().users().findByEmail(EVE.key()).orElseThrow().id());
        assertThat(invited).filteredOn(InviteUser.Invited::isNew).hasSize(1);
        assertThat(one().users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    void oneAddressGoesToOneOfThoseWhoCreateAnAccountWithIt() throws Exception {
        new Given(one()).organization();
        AtomicInteger number = new AtomicInteger();
        EmailAddress bob = new EmailAddress("bob@example.org");

        List<CreateUser.Created> alike = all(node -> node.get(CreateUser.class)
                .handle(
                        operator(),
                        CreateUser.Command.named(new Username(EVE.value())).withEmail(EVE)));
        List<CreateUser.Created> named = all(node -> node.get(CreateUser.class)
                .handle(
                        operator(),
                        CreateUser.Command.named(new Username("bob-" + number.incrementAndGet()))
                                .withEmail(bob)));

        assertThat(alike).hasSize(1);
        assertThat(named).hasSize(1);
        assertThat(one().users().count(UserFilter.all())).isEqualTo(2);
        assertThat(one().users().findByEmail(bob.key()).orElseThrow().id())
                .isEqualTo(named.get(0).user().id());
    }

    @Test
    void oneLinkLetsOnePersonInOnce() throws Exception {
        new Given(one()).owner("olga");
        new Given(one()).organization();
        String link = String.valueOf(node(0).get(InviteUser.class)
                .handle(operator(), InviteUser.Command.of(EVE, InviteMode.LINK))
                .link());
        SecretText secret = new SecretText(link.substring(link.indexOf('#') + 1));

        List<LogIn.Opened> opened = all(node -> node.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(secret, Password.chosen(PASSWORD), Origin.of(Door.API))));

        assertThat(opened).hasSize(1);
        assertThat(one().sessions().of(opened.get(0).user().id())).hasSize(1);
    }

    @Test
    void oneResetLinkSetsOnePassword() throws Exception {
        UserId ana = new Given(one())
                .user("ana")
                .email("ana@example.org")
                .password("the old password")
                .id();
        String link = String.valueOf(
                node(0).get(SendPasswordLink.class).handle(operator(), ana).link());
        SecretText secret = new SecretText(link.substring(link.indexOf('#') + 1));

        List<User> set = all(node -> node.get(CompletePasswordReset.class)
                .handle(new CompletePasswordReset.Command(secret, Password.chosen(PASSWORD), Origin.of(Door.API)))
                .user());

        assertThat(set).hasSize(1);
    }

    @Test
    void oneNameGoesToOneOfThoseWhoSignUp() throws Exception {
        new Given(one()).owner("olga");
        Organization organization = new Given(one()).organization();
        String url = node(0).get(ResetInviteLink.class)
                .handle(operator(), ResetInviteLink.Command.of(organization.id()))
                .url();
        SecretText secret = new SecretText(url.substring(url.indexOf('#') + 1));

        List<LogIn.Opened> opened = all(node -> node.get(SignUp.class)
                .handle(SignUp.Command.of(new Username("eve"), Password.chosen(PASSWORD), Origin.of(Door.API))
                        .withLink(secret))
                .orElseThrow());

        assertThat(opened).hasSize(1);
        assertThat(one().inviteLinks().find(organization.id()).orElseThrow().uses())
                .isEqualTo(1);
    }

    @Test
    void noLogInWithThePasswordOfBeforeOutlivesItsChange() throws Exception {
        UserId ana = new Given(one()).user("ana").password("the old password").id();
        AtomicBoolean first = new AtomicBoolean(true);

        all(node -> first.getAndSet(false)
                ? setPassword(node, ana)
                : node.get(LogIn.class)
                        .handle(new LogIn.Command("ana", Password.attempted("the old password"), Origin.of(Door.API)))
                        .user());

        assertThat(one().sessions().of(ana)).isEmpty();
    }

    @Test
    void noChangeOfOnesOwnOverwritesThePasswordThatAnOwnerSets() throws Exception {
        GivenUser ana = new Given(one()).user("ana").password("the old password");
        Caller own = Caller.user(ana.user(), Origin.of(Door.API));
        AtomicBoolean first = new AtomicBoolean(true);

        all(node -> {
            if (first.getAndSet(false)) {
                return setPassword(node, ana.id());
            }
            node.get(ChangePassword.class)
                    .handle(
                            own,
                            new ChangePassword.Command(
                                    Password.attempted("the old password"), Password.chosen(PASSWORD)));
            return ana.user();
        });

        LogIn.Command owners = new LogIn.Command("ana", Password.attempted("what the owner set"), Origin.of(Door.API));
        assertThat(node(0).get(LogIn.class).handle(owners).user().id()).isEqualTo(ana.id());
    }

    @Test
    void oneOfThoseWhoMakeTheirOnlyTokenGetsIt() throws Exception {
        GivenUser ana = new Given(one()).owner("ana");
        CreateApiKey.Command command = CreateApiKey.Command.own(KeyIssuer.Wish.named("a token"))
                .withWriter(AccountRaces::written)
                .withOnlyOne(true);

        List<KeyIssuer.Issued> made = all(node -> node.get(CreateApiKey.class).handle(caller(ana), command));

        assertThat(made).hasSize(1);
        assertThat(one().apiKeys().countUsable(ana.id(), Instant.now()).own()).isEqualTo(1);
    }

    @Test
    void oneOfThoseWhoRotateATokenGetsTheNext() throws Exception {
        GivenUser ana = new Given(one()).owner("ana");
        ApiKeyId token = ana.signedKey("a token of mine.signature").id();
        RotateSignedKey.Command command = new RotateSignedKey.Command(token, null, AccountRaces::written);

        List<KeyIssuer.Issued> made =
                all(node -> node.get(RotateSignedKey.class).handle(caller(ana), command));

        assertThat(made).hasSize(1);
        assertThat(one().apiKeys().countUsable(ana.id(), Instant.now()).own()).isEqualTo(1);
    }

    private static SecretText written(KeyWriter.Draft draft) {
        return new SecretText(draft.id() + ".signature");
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    private static User setPassword(UseCases node, UserId user) {
        return node.get(UpdateUser.class)
                .handle(
                        operator(),
                        UpdateUser.Command.of(user).withPassword(Change.to(Password.chosen("what the owner set"))));
    }

    private static Caller operator() {
        return Caller.operator("root", Origin.of(Door.CLI));
    }

    /** What those got who were not refused, all starting at once. */
    private <T> List<T> all(Function<UseCases, T> attempt) throws Exception {
        List<UseCases> nodes = IntStream.range(0, THREADS).mapToObj(this::node).toList();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService runners = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<T>>> running = nodes.stream()
                    .map(node -> runners.submit((Callable<Optional<T>>) () -> {
                        start.await();
                        return tried(() -> attempt.apply(node));
                    }))
                    .toList();
            start.countDown();
            return results(running);
        } finally {
            runners.shutdownNow();
        }
    }

    private static <T> Optional<T> tried(Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private static <T> List<T> results(List<Future<Optional<T>>> running)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<Optional<T>> future : running) {
            future.get().ifPresent(results::add);
        }
        return results;
    }
}
