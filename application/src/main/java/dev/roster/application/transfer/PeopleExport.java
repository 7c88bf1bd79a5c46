package dev.roster.application.transfer;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hands out users with what hangs on each, and their invitations. */
final class PeopleExport {
    /** Few, since each may bring a picture of a megabyte. */
    private static final int USERS = 100;

    private final WholeStore store;
    private final Users users;
    private final Invitations invitations;

    @Inject
    PeopleExport(WholeStore store, Users users, Invitations invitations) {
        this.store = store;
        this.users = users;
        this.invitations = invitations;
    }

    void users(boolean withPasswordHashes, Consumer<Entry> out) {
        UserFilter all = UserFilter.all().withStatuses(Set.of(UserStatus.values()));
        Pages.whole(USERS, page -> users.list(all, page), page -> handOut(page, withPasswordHashes, out));
    }

    /** Of guests, deleted ones have none. */
    void stays(Consumer<Entry> out) {
        Pages.each(page -> users.list(UserFilter.all(), page), user -> {
            Stay stay = user.stay();
            if (stay != null) {
                out.accept(new Entry.OfStay(user.id(), stay));
            }
        });
    }

    void invitations(Instant now, Consumer<Entry> out) {
        Pages.each(
                page -> invitations.list(null, now, page),
                invited -> out.accept(new Entry.OfInvitation(invited.invitation())));
    }

    private void handOut(Page<User> page, boolean withPasswordHashes, Consumer<Entry> out) {
        Set<UserId> ids = page.items().stream().map(User::id).collect(Collectors.toSet());
        Map<UserId, Avatar> avatars = store.avatars(ids);
        Map<UserId, Kept> passwords = withPasswordHashes ? new HashMap<>(store.passwords(ids)) : new HashMap<>();
        // What opens nothing here is not to open anything elsewhere.
        passwords.values().removeIf(Kept::overtaken);
        page.items()
                .forEach(user -> out.accept(new Entry.OfUser(user, avatars.get(user.id()), passwords.get(user.id()))));
    }
}
