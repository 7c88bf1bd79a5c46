package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Adds to a user's contributions: the caller's own with {@code feedback:create}, others' with {@code dataset:update}. */
public final class RecordContribution {
    /**
     * What was done.
     *
     * @param user whose it is, or null for the caller
     * @param count how many annotations, 1 to 1,000,000
     * @param at when, or null for now; not later than now
     */
    @RecordBuilder
    public record Command(
            DatasetId dataset,
            @Nullable UserId user,
            long count,
            @Nullable Instant at) implements RecordContributionCommandBuilder.With {
        /** The caller's own, now. */
        public static Command own(DatasetId dataset, long count) {
            return RecordContributionCommandBuilder.builder()
                    .dataset(dataset)
                    .count(count)
                    .build();
        }
    }

    private static final long MOST = 1_000_000;

    private final UnitOfWork work;
    private final Datasets datasets;
    private final Users users;
    private final Contributions contributions;

    @Inject
    RecordContribution(UnitOfWork work, Datasets datasets, Users users, Contributions contributions) {
        this.work = work;
        this.datasets = datasets;
        this.users = users;
        this.contributions = contributions;
    }

    /** Returns the running total with whose and where it is. */
    public Contributions.Credited handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Datasets.Located located = datasets.get(command.dataset());
            User user = credited(caller, command, located);
            Contribution total = contributions.record(command.dataset(), user.id(), count(command), at(command));
            work.journal()
                    .write(
                            caller,
                            "dataset.contribute",
                            located.target(),
                            Changes.none().addUser(user).set("count", command.count()));
            return new Contributions.Credited(total, user, located.dataset());
        });
    }

    private User credited(Caller caller, Command command, Datasets.Located located) {
        UserId own = caller.user() == null ? null : caller.user().id();
        if (command.user() == null || command.user().equals(own)) {
            User account = work.guard().requireAccount(caller);
            work.guard().require(caller, RosterPermission.FEEDBACK_CREATE, located.target());
            return account;
        }
        work.guard().require(caller, RosterPermission.DATASET_UPDATE, located.target());
        return users.get(command.user());
    }

    private static long count(Command command) {
        if (command.count() < 1 || command.count() > MOST) {
            throw RefusedException.invalid(
                    "count", "invalid count " + command.count() + ", expected 1 to " + WholeNumbers.grouped(MOST));
        }
        return command.count();
    }

    private Instant at(Command command) {
        Instant latest = work.now();
        Instant at = command.at() == null ? latest : command.at().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(latest)) {
            throw RefusedException.invalid("at", "`" + at + "` is in the future, choose an earlier time");
        }
        return at;
    }
}
