package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes many accounts independently: a failure does not stop the others. */
public final class DeleteUsers {
    /** The most accounts in one call. */
    public static final int MOST = 1_000;

    /** Whom, by id and by e-mail. */
    public record Command(List<UserId> users, List<String> emails) {
        public Command {
            users = List.copyOf(users);
            emails = List.copyOf(emails);
            int count = users.size() + emails.size();
            if (count < 1 || count > MOST) {
                throw RefusedException.invalid(
                        users.size() < emails.size() ? "emails" : "users",
                        WholeNumbers.grouped(count) + " users, expected 1 to " + WholeNumbers.grouped(MOST));
            }
        }
    }

    /** The result for one of them. */
    public enum Outcome implements Worded {
        DELETED,
        NOT_FOUND,
        /** A rule stood in the way; the result says which. */
        FAILED;

        /** With an underscore, as the native API has shown it from the start. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The result for one of them.
     *
     * @param asked the id or e-mail as it was given
     * @param user null when there is no such user
     * @param reason null unless it failed
     */
    public record Result(
            String asked,
            @Nullable UserId user,
            Outcome outcome,
            @Nullable String reason) {}

    private final UnitOfWork work;
    private final Users users;
    private final DeleteUser delete;

    @Inject
    DeleteUsers(UnitOfWork work, Users users, DeleteUser delete) {
        this.work = work;
        this.users = users;
        this.delete = delete;
    }

    /**
     * One result for each, the ids first, in the order given. A user named twice is deleted twice.
     *
     * @throws RefusedException FORBIDDEN for a caller who may not delete any user
     */
    public List<Result> handle(Caller caller, Command command) {
        work.reading(() -> work.guard().require(caller, RosterPermission.USER_DELETE, Target.instance()));
        Set<UserId> gone = new HashSet<>();
        return Stream.concat(
                        command.users().stream().map(id -> delete(caller, id.toString(), () -> Optional.of(id), gone)),
                        command.emails().stream().map(email -> delete(caller, email, () -> byEmail(email), gone)))
                .toList();
    }

    private Optional<UserId> byEmail(String email) {
        return users.findByEmail(NameKey.of(email.strip())).map(User::id);
    }

    /** Finds whom in the transaction that deletes them: an address may be another user's a moment later. */
    private Result delete(Caller caller, String asked, Supplier<Optional<UserId>> whom, Set<UserId> gone) {
        AtomicReference<@Nullable UserId> found = new AtomicReference<>();
        try {
            work.inTransaction(() -> {
                UserId id = whom.get().orElseThrow(() -> RefusedException.notFound("user", asked));
                found.set(id);
                if (!gone.contains(id)) {
                    delete.handle(caller, id);
                }
            });
        } catch (RefusedException refused) {
            return refused.kind() == RefusedException.Kind.NOT_FOUND
                    ? new Result(asked, null, Outcome.NOT_FOUND, null)
                    : new Result(asked, found.get(), Outcome.FAILED, refused.reason());
        }
        gone.add(found.get());
        return new Result(asked, found.get(), Outcome.DELETED, null);
    }
}
