package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Avatars;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Removes a user's picture. Does nothing if there is none. */
public final class RemoveAvatar {
    private final UnitOfWork work;
    private final ProfileEditing editing;
    private final Avatars avatars;

    @Inject
    RemoveAvatar(UnitOfWork work, ProfileEditing editing, Avatars avatars) {
        this.work = work;
        this.editing = editing;
        this.avatars = avatars;
    }

    /** Returns whether there was one. */
    public boolean handle(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = editing.require(caller, id);
            boolean removed = avatars.remove(id);
            if (removed) {
                work.journal().write(caller, "user.remove-avatar", Target.of(user));
            }
            return removed;
        });
    }
}
