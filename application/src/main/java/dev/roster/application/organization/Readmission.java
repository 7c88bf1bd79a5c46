package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Former members of an organization can only come back through callers who may add members to it. Checked by every use case
 * that gives a user a membership in an organization, or a role anywhere in it.
 */
public final class Readmission {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final FormerMembers formers;

    @Inject
    Readmission(UnitOfWork work, Organizations organizations, FormerMembers formers) {
        this.work = work;
        this.organizations = organizations;
        this.formers = formers;
    }

    /**
     * Lets a user in again who left, and forgets that they did. Does nothing for others.
     *
     * @throws RefusedException FORBIDDEN naming {@code member:add}, which the caller does not have in the organization
     */
    public void admit(Caller caller, User user, OrganizationId organization) {
        if (!hasLeft(user.id(), organization)) {
            return;
        }
        Target around = Target.of(organizations.get(organization));
        if (!work.guard().allows(caller, RosterPermission.MEMBER_ADD, around)) {
            throw RefusedException.forbidden(
                    "`" + user.username()
                            + "` left the organization, and can only come back through people who may add "
                            + "members to it; ask one of them to add the user there first",
                    RosterPermission.MEMBER_ADD.key());
        }
        formers.forget(organization, Set.of(user.id()));
    }

    /**
     * For who comes by themselves.
     *
     * @throws RefusedException FORBIDDEN naming {@code member:add}
     */
    void requireNeverLeft(UserId user, OrganizationId organization) {
        if (hasLeft(user, organization)) {
            throw RefusedException.forbidden(
                    "you left this organization, and can only come back through people who may add members to it; ask one "
                            + "of them to add you",
                    RosterPermission.MEMBER_ADD.key());
        }
    }

    private boolean hasLeft(UserId user, OrganizationId organization) {
        return formers.formerOf(organization, Set.of(user)).contains(user);
    }
}
