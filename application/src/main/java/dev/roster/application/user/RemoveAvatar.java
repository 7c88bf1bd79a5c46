package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Takes a user's picture away. Without one it does nothing. */
public final class RemoveAvatar {
    private final Transactions transactions;
    private final ProfileEditing editing;
    private final Avatars avatars;
    private final Journal journal;

    @Inject
    RemoveAvatar(Transactions transactions, ProfileEditing editing, Avatars avatars, Journal journal) {
        this.transactions = transactions;
        this.editing = editing;
        this.avatars = avatars;
        this.journal = journal;
    }

    /** Returns whether there was one. */
    public boolean handle(Caller caller, UserId id) {
        return transactions.inTransaction(() -> {
            User user = editing.require(caller, id);
            boolean removed = avatars.remove(id);
            if (removed) {
                journal.write(caller, "user.remove-avatar", Target.of(user));
            }
            return removed;
        });
    }
}
