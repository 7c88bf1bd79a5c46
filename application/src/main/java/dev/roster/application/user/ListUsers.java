package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Lists and counts accounts. */
public final class ListUsers {
    private final UnitOfWork work;
    private final Users users;

    @Inject
    ListUsers(UnitOfWork work, Users users) {
        this.work = work;
        this.users = users;
    }

    public Page<User> handle(Caller caller, UserFilter filter, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
            return users.list(filter, page);
        });
    }

    public long count(Caller caller, UserFilter filter) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
            return users.count(filter);
        });
    }
}
