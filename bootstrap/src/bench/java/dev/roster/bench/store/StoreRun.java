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
import java.util.UUID;

/** Durable, audited creates beside bare inserts, and the first page of a long list beside the last. */
public final class StoreRun {
    private static final int USERS = 1_000_000;
    private static final int PAGE = 100;

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
            out.println(pages(workplace));
        }
    }

    /** Both in turns, so that whatever else the disk does meets both alike. */
    private Table creates(Workplace workplace) throws Exception {
        int rounds = full ? 20 : 6;
        int each = full ? 500 : 250;
        Timing roster = Timing.none();
        Timing bare = Timing.none();
        try (EmbeddedRoster embedded = new EmbeddedRoster(workplace.path("roster.db"));
                BareInserts inserts = new BareInserts(workplace.path("bare.db"))) {
            CreateUser createUser = embedded.get(CreateUser.class);
            Load.Work create = () ->
                    createUser.handle(embedded.caller(), CreateUser.Command.named(new Username("person-" + last++)));
            Load.Work insert = () -> inserts.insert(UUID.randomUUID().toString(), "person-" + last++, last);
            Load.repeat(create, each);
            Load.repeat(insert, each);
            for (int round = 0; round < rounds; round++) {
                roster = roster.plus(Load.repeat(create, each));
                bare = bare.plus(Load.repeat(insert, each));
            }
        }
        return new Table("durable writes, one thread", "per second", "p50 µs", "p99 µs")
                .row(
                        "CreateUser, audited",
                        number(roster.perSecond()),
                        number(roster.percentile(50)),
                        number(roster.percentile(99)))
                .row("bare insert", number(bare.perSecond()), number(bare.percentile(50)), number(bare.percentile(99)))
                .row("share", percent(roster.perSecond() / bare.perSecond()), "", "");
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
