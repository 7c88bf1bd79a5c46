package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Summarizes what each user did: for an access review, or to find unused accounts. */
public final class ReviewUsers {
    /** A user and what they have done. */
    public record Reviewed(User user, Contributions.Summary summary) {}

    private final UnitOfWork work;
    private final Users users;
    private final Contributions contributions;

    @Inject
    ReviewUsers(UnitOfWork work, Users users, Contributions contributions) {
        this.work = work;
        this.users = users;
        this.contributions = contributions;
    }

    /** In the order of the filter. */
    public Page<Reviewed> handle(Caller caller, UserFilter filter, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
            Page<User> found = users.list(filter, page);
            Map<UserId, Contributions.Summary> summaries =
                    contributions.summaries(found.items().stream().map(User::id).collect(Collectors.toSet()));
            return found.map(
                    user -> new Reviewed(user, summaries.getOrDefault(user.id(), Contributions.Summary.none())));
        });
    }
}
