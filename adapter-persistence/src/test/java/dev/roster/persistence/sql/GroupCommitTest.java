package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.persistence.sql.GroupCommit.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/** Writers that wait for each other, on a real file. Each test decides who has asked before the one at work goes on. */
@Timeout(60)
class GroupCommitTest {
    private static final Bounds WIDE = new Bounds(1_000, Duration.ofMinutes(1));

    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @TempDir
    private Path directory;

    private Jdbi jdbi;
    private HandlePool writers;
    private GroupCommit group;

    @BeforeEach
    void open() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        String url = "jdbc:sqlite:" + directory.resolve("things.db");
        jdbi = Jdbi.create(() -> config.createConnection(url)).setTransactionHandler(new SqliteTransactions());
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE things (name TEXT PRIMARY KEY,"
                + " part_of TEXT REFERENCES things (name) DEFERRABLE INITIALLY DEFERRED)"));
        writers = new HandlePool(jdbi, 1, Patience.usual());
        group = group(WIDE);
        Handle writer = writers.take();
        ((SQLiteConnection) writer.getConnection()).addCommitListener(new Counting());
        writers.giveBack(writer);
    }

    private GroupCommit group(Bounds bounds) {
        return new GroupCommit(writers, Patience.usual(), bounds);
    }

    @AfterEach
    void close() throws InterruptedException {
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        writers.close();
    }

    private final class Counting implements SQLiteCommitListener {
        @Override
        public void onCommit() {
            commits.incrementAndGet();
        }

        @Override
        public void onRollback() {
            // What is undone shows in what is stored.
        }
    }

    private static Function<Handle, Integer> insert(String name) {
        return handle -> handle.execute("INSERT INTO things (name) VALUES (?)", name);
    }

    private static Function<Handle, Integer> failing(String name) {
        return insert(name).andThen(count -> {
            throw new IllegalArgumentException(name);
        });
    }

    private static Function<Handle, Integer> orphan(String name) {
        return handle -> handle.execute("INSERT INTO things (name, part_of) VALUES (?, 'nothing')", name);
    }

    /** SQLite ends the transaction itself here, as it does for a disk that is full or fails. */
    private static Function<Handle, Integer> endingAll(String taken) {
        return handle -> handle.execute("INSERT OR ROLLBACK INTO things (name) VALUES (?)", taken);
    }

    private Callable<Integer> sharing(Function<Handle, Integer> work) {
        return () -> group.run(true, work);
    }

    private Callable<Integer> alone(Function<Handle, Integer> work) {
        return () -> group.run(false, work);
    }

    /** Is in its turn, and goes on when the test says so. */
    private Future<Integer> atWork(Function<Handle, Integer> work) throws InterruptedException {
        return atWork(work, count -> count);
    }

    private Future<Integer> atWork(Function<Handle, Integer> work, UnaryOperator<Integer> end)
            throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        Future<Integer> first = start(sharing(handle -> {
            int count = work.apply(handle);
            inside.countDown();
            await(go);
            return end.apply(count);
        }));
        inside.await();
        return first;
    }

    /** Has asked for its turn, after those before it. */
    private Future<Integer> waiting(Callable<Integer> call) throws InterruptedException {
        Future<Integer> asked = start(call);
        Thread thread = threads.get(threads.size() - 1);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        return asked;
    }

    private Future<Integer> start(Callable<Integer> call) {
        FutureTask<Integer> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "writer-" + threads.size());
        threads.add(thread);
        thread.start();
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private List<String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM things ORDER BY rowid")
                .mapTo(String.class)
                .list());
    }

    private static Throwable failure(Future<?> future) {
        ExecutionException failed = catchThrowableOfType(ExecutionException.class, future::get);
        return Objects.requireNonNull(failed.getCause());
    }

    @Test
    void thoseWhoWaitAreCommittedTogether() throws Exception {
        List<Future<Integer>> all = new ArrayList<>(List.of(atWork(insert("first"))));
        for (String name : List.of("second", "third", "fourth")) {
            all.add(waiting(sharing(insert(name))));
        }
        go.countDown();

        for (Future<Integer> each : all) {
            assertThat(each.get()).isEqualTo(1);
        }
        assertThat(commits).hasValue(1);
        assertThat(stored()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void whoIsAloneCommitsAtOnce() {
        group.run(true, insert("first"));
        group.run(true, insert("second"));

        assertThat(commits).hasValue(2);
        assertThat(stored()).containsExactly("first", "second");
    }

    @Test
    void nothingIsAnsweredOrSeenBeforeTheCommit() throws Exception {
        CountDownLatch secondGo = new CountDownLatch(1);
        CountDownLatch secondInside = new CountDownLatch(1);
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second").andThen(count -> {
            secondInside.countDown();
            await(secondGo);
            return count;
        })));
        go.countDown();
        secondInside.await();

        assertThat(first.isDone()).isFalse();
        assertThat(stored()).isEmpty();
        secondGo.countDown();
        assertThat(first.get() + second.get()).isEqualTo(2);
        assertThat(stored()).containsExactly("first", "second");
    }

    @Test
    void whatFailsIsUndoneAlone() throws Exception {
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(failing("second")));
        Future<Integer> third = waiting(sharing(insert("third")));
        go.countDown();

        assertThat(failure(second)).isInstanceOf(IllegalArgumentException.class).hasMessage("second");
        assertThat(first.get() + third.get()).isEqualTo(2);
        assertThat(commits).hasValue(1);
        assertThat(stored()).containsExactly("first", "third");
    }

    @Test
    void whatFailsFirstTakesNobodyAlong() throws Exception {
        Future<Integer> first = atWork(insert("first"), count -> {
            throw new IllegalArgumentException("first");
        });
        Future<Integer> second = waiting(sharing(insert("second")));
        go.countDown();

        assertThat(failure(first)).isInstanceOf(IllegalArgumentException.class);
        assertThat(second.get()).isEqualTo(1);
        assertThat(stored()).containsExactly("second");
    }

    /** Nobody can say whether the second one is to be refused, as what it saw is not there. */
    @Test
    void commitThatFailsFailsAllAlsoThoseThatWereRefused() throws Exception {
        Future<Integer> first = atWork(orphan("first"));
        Future<Integer> second = waiting(sharing(failing("second")));
        Future<Integer> third = waiting(sharing(insert("third")));
        go.countDown();

        assertThat(List.of(failure(first), failure(second), failure(third)))
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOf(JdbiException.class)
                        .hasStackTraceContaining("FOREIGN KEY constraint failed"));
        assertThat(stored()).isEmpty();
        assertThat(group.run(true, insert("later"))).isEqualTo(1);
        assertThat(stored()).containsExactly("later");
    }

    @Test
    void whatEndsTheTransactionUndoesThoseBeforeAndNotThoseAfter() throws Exception {
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(endingAll("first")));
        Future<Integer> third = waiting(sharing(insert("third")));
        go.countDown();

        assertThat(failure(first)).isInstanceOf(UndoneException.class);
        assertThat(failure(second)).isInstanceOf(JdbiException.class);
        assertThat(third.get()).isEqualTo(1);
        assertThat(stored()).containsExactly("third");
    }

    @Test
    void longWorkIsCommittedForItself() throws Exception {
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second")));
        Future<Integer> longer = waiting(alone(handle -> {
            assertThat(stored()).containsExactly("first", "second");
            return insert("longer").apply(handle);
        }));
        Future<Integer> last = waiting(sharing(handle -> {
            assertThat(stored()).containsExactly("first", "second", "longer");
            return insert("last").apply(handle);
        }));
        go.countDown();

        assertThat(first.get() + second.get() + longer.get() + last.get()).isEqualTo(4);
        assertThat(commits).hasValue(3);
    }

    @Test
    void boundedNumberSharesOneCommit() throws Exception {
        group = group(new Bounds(4, Duration.ofMinutes(1)));
        List<Future<Integer>> all = new ArrayList<>(List.of(atWork(insert("0"))));
        for (int number = 1; number < 10; number++) {
            all.add(waiting(sharing(insert("" + number))));
        }
        go.countDown();

        for (Future<Integer> each : all) {
            assertThat(each.get()).isEqualTo(1);
        }
        assertThat(commits).hasValue(3);
        assertThat(stored())
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    }

    @Test
    void whatTookLongKeepsNobodyWaiting() throws Exception {
        group = group(new Bounds(1_000, Duration.ZERO));
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second")));
        go.countDown();

        assertThat(first.get() + second.get()).isEqualTo(2);
        assertThat(commits).hasValue(2);
    }

    @Test
    void whoLeavesTheQueueIsNotWritten() throws Exception {
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second")));
        Thread leaving = threads.get(threads.size() - 1);
        Future<Integer> third = waiting(sharing(insert("third")));
        leaving.interrupt();
        leaving.join();
        go.countDown();

        assertThat(failure(second)).isInstanceOf(TroubleException.class);
        assertThat(first.get() + third.get()).isEqualTo(2);
        assertThat(stored()).containsExactly("first", "third");
    }

    @Test
    void whoWaitsTooLongLeavesTheQueue() throws Exception {
        group = new GroupCommit(writers, new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ZERO), WIDE);
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = start(sharing(insert("second")));

        assertThat(failure(second)).isInstanceOf(TroubleException.class);
        go.countDown();
        assertThat(first.get()).isEqualTo(1);
        assertThat(stored()).containsExactly("first");
    }

    /** What is written is answered, whatever else its thread is told meanwhile. */
    @Test
    void whoIsInterruptedAfterItsTurnIsAnsweredAllTheSame() throws Exception {
        CountDownLatch secondInside = new CountDownLatch(1);
        CountDownLatch secondGo = new CountDownLatch(1);
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second").andThen(count -> {
            secondInside.countDown();
            await(secondGo);
            return count;
        })));
        go.countDown();
        secondInside.await();
        threads.get(0).interrupt();
        secondGo.countDown();

        assertThat(first.get() + second.get()).isEqualTo(2);
        assertThat(stored()).containsExactly("first", "second");
    }

    @Test
    void errorsOfTheMachineAreUndoneAloneToo() throws Exception {
        Future<Integer> first = atWork(insert("first"));
        Future<Integer> second = waiting(sharing(insert("second").andThen(count -> {
            throw new StackOverflowError("second");
        })));
        go.countDown();

        assertThat(failure(second)).isInstanceOf(StackOverflowError.class);
        assertThat(first.get()).isEqualTo(1);
        assertThat(stored()).containsExactly("first");
    }

    @Test
    void connectionThatCannotBeHadBlocksNobodyForGood() {
        writers.close();

        for (int times = 0; times < 3; times++) {
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> group.run(true, insert("first")));
        }
    }

    @Test
    void manyWritersAtOnceAreAllStoredOnce() throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            String prefix = writer + "-";
            all.add(start(() -> {
                int stored = 0;
                for (int number = 0; number < 50; number++) {
                    stored += written(prefix + number, number % 5 == 0);
                }
                return stored;
            }));
        }

        int answered = 0;
        for (Future<Integer> each : all) {
            answered += each.get();
        }
        assertThat(answered).isEqualTo(16 * 40);
        assertThat(stored()).hasSize(answered).doesNotHaveDuplicates();
        assertThat(commits.get()).isLessThanOrEqualTo(answered);
    }

    private int written(String name, boolean fails) {
        try {
            return group.run(true, fails ? failing(name) : insert(name));
        } catch (IllegalArgumentException failed) {
            return 0;
        }
    }
}
