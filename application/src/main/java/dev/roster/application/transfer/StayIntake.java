package dev.roster.application.transfer;

import dev.roster.application.port.Users;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Takes in how long guests stay who are new with the same file. A file puts no end to an account that was there before. */
final class StayIntake {
    private final KnownPlaces known;
    private final Users users;

    @Inject
    StayIntake(KnownPlaces known, Users users) {
        this.known = known;
        this.users = users;
    }

    /** @param cameIn whether a user is new with this file */
    void take(Line line, Predicate<UserId> cameIn, Tally tally) {
        Entry.OfStay entry = (Entry.OfStay) Objects.requireNonNull(line.entry());
        User user = KnownUsers.of(users.findAll(Set.of(entry.user()))).living(entry.user());
        WorkspaceId workspace = entry.stay().workspace();
        if (workspace != null) {
            known.workspace(workspace);
        }
        if (user.isGuest()) {
            tally.skip(line, "there already");
        } else if (!cameIn.test(user.id())) {
            tally.skip(line, "the account was there before the file and keeps having no end");
        } else {
            User guest = user.withStay(entry.stay());
            guest.mustBeAbleToHold(known.accountRoleOf(guest));
            users.update(guest);
            tally.add(entry.kind(), 1);
        }
    }
}
