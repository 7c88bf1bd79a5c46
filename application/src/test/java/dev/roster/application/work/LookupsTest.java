package dev.roster.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Lookups lookups = useCases.get(Lookups.class);
    private final UnitOfWork work = useCases.get(UnitOfWork.class);
    private final User ana = new Given(ports).user("ana").user();

    private User find(String name) {
        return lookups.find(
                "user",
                name,
                () -> ports.users()
                        .findByLogin(NameKey.of(name))
                        .orElseThrow(() -> RefusedException.notFound("user", name)),
                User::id);
    }

    private void rename(User user, String name) {
        ports.users().update(user.withUsername(new Username(name)));
    }

    private void assertChanged(Supplier<?> call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call::get)
                .withMessage("`ana` no longer names the same user; try again")
                .extracting(RefusedException::kind)
                .isEqualTo(RefusedException.Kind.CHANGED);
    }

    @Test
    void nameThatMeansAnotherRefusesTheWork() {
        assertChanged(() -> lookups.during(() -> {
            find("ana");
            rename(ana, "anna");
            new Given(ports).user("ana");
            return work.inTransaction(() -> new Given(ports).user("bob"));
        }));

        assertThat(ports.users().findByUsername(NameKey.of("bob"))).isEmpty();
    }

    @Test
    void nameThatMeansNothingRefusesTheWorkThatIsDoneAlone() {
        assertChanged(() -> lookups.during(() -> {
            find("ana");
            rename(ana, "anna");
            return work.alone(() -> new Given(ports).user("bob"));
        }));

        assertThat(ports.users().findByUsername(NameKey.of("bob"))).isEmpty();
    }

    @Test
    void troubleWithTheStoreIsToldAsWhatItIs() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> lookups.during(() -> {
                    lookups.find("user", "ana", found(1, ana, RefusedException.busy("wait")), User::id);
                    return work.inTransaction(() -> true);
                }))
                .withMessage("wait");
    }

    /** Finds the user so often, and is refused after that. */
    private static Supplier<User> found(int often, User user, RefusedException refusal) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.incrementAndGet() > often) {
                throw refusal;
            }
            return user;
        };
    }

    @Test
    void workInsideWorkIsNotAskedAgain() {
        String name = lookups.during(() -> {
                    find("ana");
                    return work.inTransaction(() -> {
                        rename(ana, "anna");
                        return work.inTransaction(
                                () -> ports.users().get(ana.id()).username());
                    });
                })
                .value();

        assertThat(name).isEqualTo("anna");
    }

    @Test
    void whatTheCallChangedItselfIsNotAskedAboutAgain() {
        User after = lookups.during(() -> {
            find("ana");
            work.inTransaction(() -> rename(ana, "anna"));
            return work.inTransaction(() -> ports.users().get(ana.id()));
        });

        assertThat(after.username()).hasToString("anna");
    }

    /** As one's own account does that deactivates itself. */
    @Test
    void callThatEndsItsOwnRightToAskIsDone() {
        boolean done = lookups.during(() -> {
            lookups.find("user", "ana", found(2, ana, RefusedException.forbidden("not any more")), User::id);
            return work.inTransaction(() -> true);
        });

        assertThat(done).isTrue();
    }

    @Test
    void whatTheCallLeftAsItWasIsAskedAboutBeforeEachChange() {
        assertChanged(() -> lookups.during(() -> {
            find("ana");
            work.inTransaction(() -> new Given(ports).user("bob"));
            rename(ana, "anna");
            return work.inTransaction(() -> true);
        }));
    }

    @Test
    void workThatIsRolledBackChangedNoName() {
        assertChanged(() -> lookups.during(() -> {
            find("ana");
            assertThatIllegalStateException()
                    .isThrownBy(() -> work.inTransaction(() -> {
                        rename(ana, "anna");
                        throw new IllegalStateException("broken");
                    }));
            ports.users().update(ana.withStatus(UserStatus.DELETED));
            return work.inTransaction(() -> true);
        }));
    }

    @Test
    void forgottenNamesAreNotAskedAbout() {
        assertThat(lookups.<Boolean>during(() -> {
                    find("ana");
                    rename(ana, "anna");
                    lookups.forget();
                    return work.inTransaction(() -> true);
                }))
                .isTrue();
    }

    @Test
    void nextCallKnowsNothingOfTheLast() {
        lookups.during(() -> find("ana"));
        rename(ana, "anna");

        assertThat(lookups.<Boolean>during(() -> work.inTransaction(() -> true)))
                .isTrue();
        assertThat(work.<Boolean>inTransaction(() -> true)).isTrue();
    }

    /** A server that a command starts works on threads of its own. */
    @Test
    void otherThreadsAreNotAsked() {
        boolean done = lookups.during(() -> {
            find("ana");
            rename(ana, "anna");
            return CompletableFuture.supplyAsync(() -> work.inTransaction(() -> true))
                    .join();
        });

        assertThat(done).isTrue();
    }

    @Test
    void namesAreLookedUpWithinACall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lookups.find("user", "ana", () -> ana, Function.identity()))
                .withMessageContaining("outside a call");
        assertThatIllegalStateException()
                .isThrownBy(() -> lookups.during(() -> lookups.during(() -> true)))
                .withMessageContaining("part of another one");
    }
}
