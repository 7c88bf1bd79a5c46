package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists organizations, oldest first: all of them for callers who may read all, and otherwise those of the caller. */
public final class ListOrganizations {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;

    @Inject
    ListOrganizations(UnitOfWork work, Organizations organizations, Users users) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
    }

    /** @param name part of the name regardless of case, or null */
    public Page<Organization> handle(Caller caller, @Nullable String name, PageRequest page) {
        return work.reading(() -> {
            if (work.guard().allows(caller, RosterPermission.ORGANIZATION_READ, Target.instance())) {
                return organizations.list(name, null, page);
            }
            return belonging(caller, name, page);
        });
    }

    /** Only those that the caller belongs to, whatever else they may read. */
    public Page<Organization> own(Caller caller, PageRequest page) {
        return work.reading(() -> belonging(caller, null, page));
    }

    /** The look at all that the caller holds asks whether the account is active, too. */
    private Page<Organization> belonging(Caller caller, @Nullable String name, PageRequest page) {
        UserId user = work.guard().accountOf(caller).id();
        return belonging(work.guard().wholeActor(caller), user, name, page);
    }

    /** The organizations of a user, as far as the caller may read them. */
    public Page<Organization> of(Caller caller, UserId user, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(users.get(user)));
            return belonging(work.guard().wholeActor(caller), user, null, page);
        });
    }

    private Page<Organization> belonging(Actor actor, UserId user, @Nullable String name, PageRequest page) {
        return organizations
                .list(name, user, page)
                .filter(found -> AccessPolicy.allows(actor, RosterPermission.ORGANIZATION_READ, Target.of(found)));
    }
}
