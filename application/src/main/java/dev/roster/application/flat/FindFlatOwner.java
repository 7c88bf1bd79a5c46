package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom doors name that know one owner of an organization: the active person who has been owner the longest. */
public final class FindFlatOwner {
    /** @param email null for who has none, and for callers who may not see the members of the organization */
    public record Owner(long number, @Nullable EmailAddress email) {}

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;

    @Inject
    FindFlatOwner(UnitOfWork work, Organizations organizations, Users users) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
    }

    /** Empty where nobody owns the installation. */
    public Optional<Owner> handle(Caller caller, OrganizationId id) {
        return work.reading(() -> {
            Target organization = Target.of(organizations.get(id));
            work.guard().require(caller, RosterPermission.ORGANIZATION_READ, organization);
            boolean shown = work.guard().allows(caller, RosterPermission.MEMBER_READ, organization);
            return oldest().map(owner -> new Owner(owner.number(), shown ? owner.email() : null));
        });
    }

    private Optional<User> oldest() {
        UserFilter owners = UserFilter.all()
                .withRole(AccessPolicy.ownersRole())
                .withKind(UserKind.PERSON)
                .withStatuses(Set.of(UserStatus.ACTIVE));
        return users.list(owners, PageRequest.first(1)).items().stream().findFirst();
    }
}
