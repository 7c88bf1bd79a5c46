package dev.roster.bench.store;

import static dev.roster.bench.Table.number;
import static dev.roster.bench.Table.percent;
import static dev.roster.bench.Table.ratio;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.ListUsers;
import dev.roster.bench.Load;
import dev.roster.bench.Load.Timing;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.domain.user.Username;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Durable, audited creates beside the same rows by plain JDBC, alone and by many at once, and the first page of a long list beside the last. */
public final class StoreRun {
    private static final int USERS = 1_000_000;
    private static final int PAGE = 100;
    /** Enough for the compiler to be done with what a create runs. */
    private static final int WARM_UP = 4_000;

    private final boolean full;
    private int last;

    public StoreRun(boolean full) {
        this.full = full;
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            out.println(creates(workplace));
        }
        out.println();
        try (Workplace workplace = new Workplace()) {
            out.println(writers(workplace));
        }
        out.println();
        try (Workplace workplace = new Workplace()) {
            out.println(pages(workplace));
        }
    }

    /** All in turns, so that whatever else the disk does meets all alike. */
    private Table creates(Workplace workplace) throws Exception {
        int rounds = full ? 20 : 6;
        int each = full ? 500 : 250;
        Timing roster = Timing.none();
        Timing same = Timing.none();
        Timing bare = Timing.none();
        try (EmbeddedRoster embedded = new EmbeddedRoster(workplace.path("roster.db"));
                SameRows rows = sameRows(workplace.path("rows.db"));
                BareInserts inserts = new BareInserts(workplace.path("bare.db"))) {
            Load.Work create = creating(embedded, "person");
            Load.Work insert = () -> inserts.insert(UUID.randomUUID().toString(), "person-" + last++, last);
            Load.repeat(create, WARM_UP);
            Load.repeat(rows::create, WARM_UP);
            Load.repeat(insert, WARM_UP);
            for (int round = 0; round < rounds; round++) {
                roster = roster.plus(Load.repeat(create, each));
                same = same.plus(Load.repeat(rows::create, each));
                bare = bare.plus(Load.repeat(insert, each));
            }
            return new Table("durable writes, one thread", "per second", "p50 µs", "p99 µs", "share of the rows")
                    .row(line("CreateUser, audited", roster, roster.perSecond() / same.perSecond()))
                    .row(line("its " + rows.rows() + " rows, plain JDBC", same, 1))
                    .row(line("one row, one index, plain JDBC", bare, bare.perSecond() / same.perSecond()));
        }
    }

    private static String[] line(String what, Timing timing, double share) {
        return new String[] {
            what,
            number(timing.perSecond()),
            number(timing.percentile(50)),
            number(timing.percentile(99)),
            percent(share)
        };
    }

    private static Load.Work creating(EmbeddedRoster embedded, String prefix) {
        CreateUser createUser = embedded.get(CreateUser.class);
        AtomicInteger next = new AtomicInteger();
        return () -> createUser.handle(
                embedded.caller(), CreateUser.Command.named(new Username(prefix + "-" + next.incrementAndGet())));
    }

    private static SameRows sameRows(Path database) throws Exception {
        try (EmbeddedRoster embedded = new EmbeddedRoster(database)) {
            Map<String, Long> before = SameRows.count(database);
            creating(embedded, "person").once();
            return new SameRows(database, before);
        }
    }

    /** Those who wait for the one writer share a commit; the first row is what one alone gets done. */
    private Table writers(Workplace workplace) throws Exception {
        Duration time = Duration.ofSeconds(full ? 10 : 3);
        int rounds = full ? 6 : 3;
        List<Integer> counts = List.of(1, 4, 8, 16, 64);
        List<Timing> timings = new ArrayList<>(Collections.nCopies(counts.size(), Timing.none()));
        try (EmbeddedRoster embedded = new EmbeddedRoster(workplace.path("roster.db"))) {
            Load.Work create = creating(embedded, "person");
            Load.drive(Collections.nCopies(16, create), time);
            for (int round = 0; round < rounds; round++) {
                for (int index = 0; index < counts.size(); index++) {
                    Timing timing = Load.drive(Collections.nCopies(counts.get(index), create), time);
                    timings.set(index, timings.get(index).plus(timing));
                }
            }
        }
        Table table = new Table("CreateUser by writers at once", "per second", "p50 µs", "p99 µs", "times one");
        for (int index = 0; index < counts.size(); index++) {
            Timing timing = timings.get(index);
            table.row(
                    "" + counts.get(index),
                    number(timing.perSecond()),
                    number(timing.percentile(50)),
                    number(timing.percentile(99)),
                    ratio(timing.perSecond() / timings.get(0).perSecond()));
        }
        return table;
    }

    private Table pages(Workplace workplace) throws Exception {
        int rounds = full ? 20 : 8;
        int each = full ? 500 : 100;
        Timing first = Timing.none();
        Timing far = Timing.none();
        try (EmbeddedRoster embedded = new EmbeddedRoster(workplace.path("roster.db"))) {
            ManyUsers.load(workplace.path("roster.db"), USERS);
            ListUsers listUsers = embedded.get(ListUsers.class);
            Load.Work firstPage = () -> listUsers.handle(embedded.caller(), UserFilter.all(), PageRequest.first(PAGE));
            Load.Work lastPage =
                    () -> listUsers.handle(embedded.caller(), UserFilter.all(), new PageRequest(USERS - PAGE, PAGE));
            Load.repeat(firstPage, 5 * each);
            Load.repeat(lastPage, 5 * each);
            for (int round = 0; round < rounds; round++) {
                first = first.plus(Load.repeat(firstPage, each));
                far = far.plus(Load.repeat(lastPage, each));
            }
        }
        return new Table("1,000,000 users, 100 a page", "p50 µs", "p99 µs")
                .row("page 1", number(first.percentile(50)), number(first.percentile(99)))
                .row("page 10,000", number(far.percentile(50)), number(far.percentile(99)))
                .row("ratio", ratio(far.percentile(50) / first.percentile(50)), "");
    }
}
