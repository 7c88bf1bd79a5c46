package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.contract.PasswordPolicyContract;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever chooses a password meets the installation's policy, before anything slow and after the guard. */
class ChosenPasswordTest {
    private static final Origin ORIGIN = Origin.of(Door.EMBEDDED);
    private static final Password FINE = Password.chosen("correct horse battery");
    private static final Password KNOWN = Password.chosen("ana from example");

    private final Fakes fakes = new Fakes();
    private final UseCases useCases = UseCases.over(fakes.ports(), fakes.clock(), ChosenPasswordTest::refuseWords);

    /** A policy that refuses what holds a context word. */
    private static void refuseWords(Password wanted, ContextWords about) {
        if (about.words().stream().anyMatch(wanted.reveal()::contains)) {
            throw RefusedException.invalid("password", "the password is easy to guess");
        }
    }

    @BeforeEach
    void startOnce() {
        useCases.get(StartInstance.class).prepare(Caller.roster(ORIGIN));
    }

    @Test
    void creationIsRefusedBeforeTheHash() {
        CreateUser.Command ana = CreateUser.Command.named(new Username("ana")).withPassword(KNOWN);

        refused(() -> useCases.get(CreateUser.class).handle(operator(), ana));
        useCases.get(CreateUser.class).handle(operator(), ana.withPassword(FINE));

        assertThat(fakes.passwordHasher().hashes()).isEqualTo(1);
    }

    @Test
    void whoMayNotCreateHearsNothingOfPasswords() {
        User eve = new Given(fakes.ports()).user("eve").user();
        CreateUser.Command ana = CreateUser.Command.named(new Username("ana")).withPassword(KNOWN);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(CreateUser.class).handle(Caller.user(eve, ORIGIN), ana))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @Test
    void newNamesCountWithTheNewPassword() {
        User bob = useCases.get(CreateUser.class)
                .handle(operator(), CreateUser.Command.named(new Username("bob")))
                .user();
        UpdateUser.Command same = UpdateUser.Command.of(bob.id()).withPassword(Change.to(KNOWN));
        UpdateUser.Command renamed = UpdateUser.Command.of(bob.id())
                .withUsername(Change.to(new Username("ana")))
                .withPassword(Change.to(KNOWN));

        refused(() -> useCases.get(UpdateUser.class).handle(operator(), renamed));
        useCases.get(UpdateUser.class).handle(operator(), same);

        assertThat(fakes.passwordHasher().hashes()).isEqualTo(1);
    }

    @Test
    void ownNewPasswordIsJudged() {
        User ana = useCases.get(CreateUser.class)
                .handle(
                        operator(),
                        CreateUser.Command.named(new Username("ana")).withPassword(FINE))
                .user();

        refused(() -> useCases.get(ChangePassword.class)
                .handle(Caller.user(ana, ORIGIN), new ChangePassword.Command(FINE, KNOWN)));

        assertThat(fakes.passwordHasher().hashes()).isEqualTo(1);
    }

    @Test
    void firstOwnersPasswordIsJudged() {
        StartInstance.FirstOwner ana =
                StartInstance.FirstOwner.named(new Username("ana")).withPassword(KNOWN);

        refused(() -> useCases.get(StartInstance.class).handle(operator(), ana));

        assertThat(fakes.passwordHasher().hashes()).isZero();
    }

    @Test
    void refusedPasswordLeavesTheSetUpLinkAlive() {
        StartInstance.Started started = useCases.get(StartInstance.class).handle(operator(), null);
        ClaimSetUp.Command ana =
                new ClaimSetUp.Command(started.setUpLink().orElseThrow(), new Username("ana"), KNOWN, ORIGIN);

        refused(() -> useCases.get(ClaimSetUp.class).handle(ana));

        assertThat(useCases.get(ClaimSetUp.class)
                        .handle(new ClaimSetUp.Command(ana.link(), ana.username(), FINE, ORIGIN))
                        .user()
                        .username())
                .isEqualTo(ana.username());
    }

    @Test
    void organizationsNameIsContext() {
        refused(() -> useCases.get(ChosenPassword.class).hash(Password.chosen("the default one"), ContextWords.none()));

        assertThat(fakes.passwordHasher().hashes()).isZero();
    }

    @Test
    void namesAndTheirPartsAreContext() {
        ContextWords about = ContextWords.of(new Username("ana_k"), new EmailAddress("ana.kim@lab.example"))
                .with(new PersonName("Ana Maria"))
                .with(null);

        assertThat(about.words())
                .isEqualTo(List.of(
                        "ana_k", "ana", "ana.kim@lab.example", "kim", "lab", "example", "Ana Maria", "Ana", "Maria"));
    }

    @Nested
    class Basic implements PasswordPolicyContract {
        @Override
        public PasswordPolicy passwordPolicy() {
            return PasswordPolicy.basic();
        }
    }

    private static Caller operator() {
        return Caller.operator("root", ORIGIN);
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("password"));
    }
}
