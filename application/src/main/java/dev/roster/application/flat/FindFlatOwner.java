package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
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

/** The owner shown by interfaces that know one owner of an organization: the active person who has been owner the longest. */
public final class FindFlatOwner {
    /**
     * An owner, as far as the caller may see one.
     *
     * @param email null for who has none, for callers who may not see the members of the organization, and where the owner is
     *     none of these and the caller may not read users
     */
    public record Owner(long number, @Nullable EmailAddress email) {}

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;
    private final Memberships memberships;

    @Inject
    FindFlatOwner(UnitOfWork work, Organizations organizations, Users users, Memberships memberships) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
        this.memberships = memberships;
    }

    /** Empty if the installation has no owner. */
    public Optional<Owner> handle(Caller caller, OrganizationId id) {
        return work.reading(() -> {
            Target organization = Target.of(organizations.get(id));
            work.guard().require(caller, RosterPermission.ORGANIZATION_READ, organization);
            return oldest().map(owner ->
                    new Owner(owner.number(), mayKnow(caller, id, organization, owner) ? owner.email() : null));
        });
    }

    /** Owners own the installation: they are people of another organization, unless they are members of this one. */
    private boolean mayKnow(Caller caller, OrganizationId id, Target organization, User owner) {
        return work.guard().allows(caller, RosterPermission.USER_READ, Target.instance())
                || (work.guard().allows(caller, RosterPermission.MEMBER_READ, organization)
                        && memberships.find(Place.of(id), owner.id()).isPresent());
    }

    private Optional<User> oldest() {
        UserFilter owners = UserFilter.all()
                .withRole(AccessPolicy.ownersRole())
                .withKind(UserKind.PERSON)
                .withStatuses(Set.of(UserStatus.ACTIVE));
        return users.list(owners, PageRequest.first(1)).items().stream().findFirst();
    }
}
