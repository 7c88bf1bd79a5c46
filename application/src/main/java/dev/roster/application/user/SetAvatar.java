package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Pictures;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Sets or replaces the picture of a user. */
public final class SetAvatar {
    private final UnitOfWork work;
    private final ProfileEditing editing;
    private final Pictures pictures;
    private final Avatars avatars;

    @Inject
    SetAvatar(UnitOfWork work, ProfileEditing editing, Pictures pictures, Avatars avatars) {
        this.work = work;
        this.editing = editing;
        this.pictures = pictures;
        this.avatars = avatars;
    }

    /**
     * Returns the picture as it is kept. The same one again changes nothing.
     *
     * @param upload the file as it came
     * @throws RefusedException INVALID naming {@code avatar}, see {@link Pictures}
     */
    public Avatar handle(Caller caller, UserId id, byte[] upload) {
        work.reading(() -> editing.require(caller, id));
        Avatar avatar = pictures.toAvatar(upload);
        work.inTransaction(() -> {
            User user = editing.require(caller, id);
            if (avatars.find(user.id()).filter(avatar::equals).isEmpty()) {
                avatars.set(user.id(), avatar);
                work.journal()
                        .write(
                                caller,
                                "user.set-avatar",
                                Target.of(user),
                                Changes.none().addHidden("avatar"));
            }
        });
        return avatar;
    }
}
