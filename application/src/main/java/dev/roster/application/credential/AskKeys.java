package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Determines for which accounts the caller may create keys and revoke keys, so that pages offer nothing else. */
public final class AskKeys {
    /** What the caller may do with the keys of one account. */
    public record Answer(boolean make, boolean end) {
        static final Answer ALL = new Answer(true, true);
    }

    private final UnitOfWork work;
    private final Users users;
    private final KeyOwnership owners;

    @Inject
    AskKeys(UnitOfWork work, Users users, KeyOwnership owners) {
        this.work = work;
        this.users = users;
        this.owners = owners;
    }

    /** An answer for each of the service accounts that are there. To owners that costs the same for any number of them. */
    public Map<UserId, Answer> handle(Caller caller, Set<User> accounts) {
        return work.reading(() -> {
            boolean all = work.guard().isOwner(caller);
            Map<UserId, Answer> answers = new HashMap<>();
            accounts.stream()
                    .filter(User::isService)
                    .forEach(account -> answers.put(account.id(), all ? Answer.ALL : answer(caller, account.id())));
            return answers;
        });
    }

    /** Whether the caller may create keys of their own. */
    public boolean own(Caller caller) {
        return work.reading(() -> isAllowed(() -> owners.requireToMake(caller, null)));
    }

    /** @throws RefusedException FORBIDDEN with the reason, where the caller may not create keys of their own */
    public void requireOwn(Caller caller) {
        work.reading(() -> owners.requireToMake(caller, null));
    }

    private Answer answer(Caller caller, UserId id) {
        return new Answer(
                isAllowed(() -> owners.requireToMake(caller, id)),
                isAllowed(() -> owners.requireToEnd(caller, users.get(id))));
    }

    private static boolean isAllowed(Runnable question) {
        try {
            question.run();
            return true;
        } catch (RefusedException refusal) {
            if (refusal.kind() == Kind.FORBIDDEN || refusal.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }
}
