package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserFilter;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Transactions} must do. */
public interface TransactionsContract extends StoreContract {
    @Test
    default void committedWorkStays() {
        Ports ports = ports();
        Given given = new Given(ports);

        UserId ana = ports.transactions()
                .inTransaction(() -> given.user("ana").in("legal").id());

        assertThat(ports.users().find(ana)).isPresent();
        assertThat(ports.memberships().workspacesOf(ana, PageRequest.first()).items())
                .hasSize(1);
    }

    @Test
    default void failureLeavesNothingHalfDone() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId olga = given.owner("olga").password("olgas password").id();

        assertThatIllegalStateException()
                .isThrownBy(() -> ports.transactions().inTransaction(() -> {
                    given.user("ana")
                            .email("ana@example.org")
                            .in(legal)
                            .token("anas-token")
                            .session("key");
                    given.dataset("contracts", legal);
                    ports.passwords().set(olga, "changed", THEN);
                    ports.memberships().removeAllOf(olga);
                    throw new IllegalStateException("half way");
                }));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
        assertThat(ports.memberships().members(legal.id(), PageRequest.first()).items())
                .isEmpty();
        assertThat(ports.datasets().namesIn(legal.id(), 9)).isEmpty();
        assertThat(ports.passwords().hashOf(olga)).isPresent().get().isNotEqualTo("changed");
    }

    @Test
    default void exceptionComesOutAsItIs() {
        Transactions transactions = ports().transactions();
        List<RuntimeException> thrown =
                List.of(new IllegalStateException("a defect"), RefusedException.conflict("name", "taken"));

        for (RuntimeException exception : thrown) {
            Supplier<Boolean> failing = () -> {
                throw exception;
            };

            assertThat(catchThrowable(() -> transactions.inTransaction(failing)))
                    .isSameAs(exception);
            assertThat(catchThrowable(() -> transactions.reading(failing))).isSameAs(exception);
        }
    }

    @Test
    default void errorRollsBackToo() {
        Ports ports = ports();
        Given given = new Given(ports);
        AssertionError error = new AssertionError("not even an exception");

        Throwable thrown = catchThrowable(() -> ports.transactions().inTransaction(() -> {
            given.user("ana");
            throw error;
        }));

        assertThat(thrown).isSameAs(error);
        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    default void storeWorksOnAfterAFailure() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");
        assertConflict(
                "username",
                () -> ports.transactions().inTransaction(() -> {
                    given.user("ANA");
                }));

        ports.transactions().inTransaction(() -> {
            given.user("bob");
        });

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(2);
    }

    @Test
    default void innerTransactionFallsWithTheOuter() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inTransaction(() -> {
                    transactions.inTransaction(() -> {
                        given.user("ana");
                    });
                    throw new IllegalStateException("after the inner one");
                }));

        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    default void innerFailureTakesTheOuterAlong() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        Throwable thrown = catchThrowable(() -> transactions.inTransaction(() -> {
            given.user("ana");
            transactions.inTransaction(() -> {
                throw new IllegalStateException("inside");
            });
        }));

        assertThat(thrown).hasMessage("inside");
        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    default void innerTransactionSeesTheOutersWork() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        long seen = transactions.inTransaction(() -> {
            given.user("ana");
            long inside = transactions.reading(() -> ports.users().count(UserFilter.all()));
            given.user("bob");
            return inside + transactions.inTransaction(() -> ports.users().count(UserFilter.all()));
        });

        assertThat(seen).isEqualTo(1 + 2);
    }

    @Test
    default void aTransactionKnowsWhetherItMayChangeSomething() {
        Transactions transactions = ports().transactions();

        assertThat(transactions.isWriting()).isFalse();
        assertThat(transactions.reading(transactions::isWriting)).isFalse();
        assertThat(transactions.<Boolean>inTransaction(transactions::isWriting)).isTrue();
        assertThat(transactions.<Boolean>inTransaction(() -> transactions.reading(transactions::isWriting)))
                .isTrue();
        assertThat(transactions.<Boolean>inTransaction(() -> elsewhere(transactions::isWriting)))
                .isFalse();
        assertThat(transactions.isWriting()).isFalse();
    }

    @Test
    default void othersDoNotSeeUnfinishedWork() {
        Ports ports = ports();
        Given given = new Given(ports);

        boolean seen = ports.transactions().inTransaction(() -> {
            given.user("ana");
            return elsewhere(
                    () -> ports.transactions().reading(() -> !ports.users().isEmpty()));
        });

        assertThat(seen).isFalse();
        assertThat(elsewhere(() -> ports.users().isEmpty())).isFalse();
    }

    @Test
    default void readingSeesOneStateThroughout() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");

        List<Long> counts = ports.transactions().reading(() -> {
            long before = ports.users().count(UserFilter.all());
            elsewhere(() -> given.user("bob").id());
            return List.of(before, ports.users().count(UserFilter.all()));
        });

        assertThat(counts).containsExactly(1L, 1L);
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(2);
    }

    @Test
    default void whatIsCommittedTheNextReaderSees() {
        Ports ports = ports();
        Given given = new Given(ports);

        for (int i = 1; i <= 20; i++) {
            String name = "user-" + i;
            elsewhere(() -> given.user(name).id());
            assertThat(ports.transactions().reading(() -> ports.users().count(UserFilter.all())))
                    .isEqualTo(i);
        }
    }

    private static <T> T elsewhere(Supplier<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work::get).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("the other thread failed", failed);
        } finally {
            thread.shutdownNow();
        }
    }
}
