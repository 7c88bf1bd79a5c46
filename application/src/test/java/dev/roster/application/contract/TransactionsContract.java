package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertChanged;
import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserFilter;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    default void longWorkIsAllOrNothingToo() {
        Ports ports = ports();
        Given given = new Given(ports);

        UserId ana = ports.transactions()
                .inLongTransaction(() -> ports.transactions()
                        .inLongTransaction(() -> given.user("ana").id()));
        assertThatIllegalStateException()
                .isThrownBy(() -> ports.transactions().inLongTransaction(() -> {
                    given.user("ben").id();
                    throw new IllegalStateException("broken");
                }))
                .withMessage("broken");

        assertThat(ports.users().find(ana)).isPresent();
        assertThat(ports.users().list(UserFilter.all(), PageRequest.first()).items())
                .hasSize(1);
    }

    /** What is refused while others write may be refused for what they wrote; what they wrote must then be there. */
    @Test
    default void manyWritersAtOnceAreEachAllOrNothing() throws Exception {
        Ports ports = ports();
        List<Callable<Boolean>> writers = IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(number -> () -> isAdded(ports, "user-" + number % 40, number % 3 == 0))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int answered = 0;
        try {
            for (Future<Boolean> each : threads.invokeAll(writers)) {
                answered += each.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ports.users().list(UserFilter.all(), new PageRequest(0, 100)).items())
                .hasSize(answered)
                .extracting(user -> user.username().toString())
                .doesNotHaveDuplicates()
                .contains("user-1", "user-2", "user-38");
    }

    private static boolean isAdded(Ports ports, String name, boolean fails) {
        try {
            return ports.transactions().inTransaction(() -> {
                new Given(ports).user(name).id();
                if (fails) {
                    throw new IllegalStateException("broken");
                }
                return true;
            });
        } catch (RefusedException | IllegalStateException refused) {
            return false;
        }
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
        assertThat(ports.memberships()
                        .members(Place.of(legal.id()), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(ports.datasets().namesIn(legal.id(), 9)).isEmpty();
        assertThat(ports.passwords().find(olga).map(Kept::hash))
                .isPresent()
                .get()
                .isNotEqualTo("changed");
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

    @Test
    default void callUnderAConditionThatHoldsIsDone() {
        Ports ports = ports();
        Given given = new Given(ports);

        UserId ana = ports.transactions()
                .provided(
                        ports.users()::isEmpty,
                        () -> ports.transactions()
                                .inTransaction(() -> given.user("ana").id()));

        assertThat(ports.users().find(ana)).isPresent();
    }

    @Test
    default void callUnderAConditionThatDoesNotHoldLeavesNothing() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        assertChanged(() -> transactions.provided(
                () -> false,
                () -> transactions.inTransaction(() -> given.user("ana").id())));

        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    default void whatRefusesAnywayComesBeforeTheCondition() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();
        given.user("ana");

        assertConflict(
                "username",
                () -> transactions.provided(
                        () -> false,
                        () -> transactions.inTransaction(() -> given.user("ANA").id())));
    }

    @Test
    default void conditionIsAskedInTheTransactionAndNotBefore() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        assertChanged(() -> transactions.provided(ports.users()::isEmpty, () -> {
            elsewhere(() -> given.user("bob").id());
            return transactions.inTransaction(() -> given.user("ana").id());
        }));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    default void conditionIsPartOfTheTransaction() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.provided(
                        () -> {
                            given.user("noted by the condition");
                            return true;
                        },
                        () -> transactions.inTransaction(() -> {
                            throw new IllegalStateException("after the condition");
                        })))
                .withMessage("after the condition");

        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    default void ofCallsUnderTheSameConditionOneIsDone() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();
        CountDownLatch together = new CountDownLatch(4);

        List<Boolean> done = inParallel(4, name -> {
            awaitAll(together);
            return transactions.provided(
                    ports.users()::isEmpty,
                    () -> transactions.inTransaction(() -> {
                        given.user(name);
                        return true;
                    }));
        });

        assertThat(done).containsOnlyOnce(true).hasSize(4);
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    default void callUnderAConditionBeginsOneTransaction() {
        Ports ports = ports();
        Given given = new Given(ports);
        Transactions transactions = ports.transactions();

        assertThatIllegalStateException().isThrownBy(() -> transactions.provided(() -> true, () -> 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.provided(() -> true, () -> {
                    given.user("ana");
                    return given.user("bob").id();
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.provided(
                        () -> true,
                        () -> transactions.provided(
                                () -> true,
                                () -> transactions.inTransaction(
                                        () -> given.user("eve").id()))));
        given.user("zoe");

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(2);
    }

    private static List<Boolean> inParallel(int threads, Predicate<String> call) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, threads)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        try {
                            return call.test("user-" + number);
                        } catch (RefusedException refusal) {
                            assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.CHANGED);
                            return false;
                        }
                    })
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("a thread failed", failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void awaitAll(CountDownLatch together) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
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
