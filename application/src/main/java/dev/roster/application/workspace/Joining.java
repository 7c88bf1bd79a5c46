package dev.roster.application.workspace;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Membership;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The step of joining a workspace, with its permission check, for every use case that ends in a membership. */
public final class Joining {
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Organizations organizations;
    private final Enrolment enrolment;
    private final Journal journal;
    private final Ids ids;
    private final Now now;

    @Inject
    Joining(
            AccessGuard guard,
            Workspaces workspaces,
            Memberships memberships,
            Organizations organizations,
            Enrolment enrolment,
            Journal journal,
            Ids ids,
            Now now) {
        this.guard = guard;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.organizations = organizations;
        this.enrolment = enrolment;
        this.journal = journal;
        this.ids = ids;
        this.now = now;
    }

    /**
     * Makes the user a member, and of the workspace's organization too where they are none yet.
     *
     * @param role the membership's own role, or null: then the account role counts, and must not be more than the
     *     caller holds either
     */
    public Membership join(Caller caller, WorkspaceId id, User user, @Nullable Role role) {
        Workspace workspace = workspaces.get(id);
        Target target = Target.of(workspace);
        guard.require(caller, RosterPermission.MEMBER_ADD, target);
        requireToGive(caller, user, role, target);
        enrolment.enrol(caller, user, organizations.get(workspace.organization()));
        Membership membership = memberships
                .add(new Membership(
                        new MembershipId(ids.next()), 0, id, user.id(), role == null ? null : role.ref(), now.get()))
                .orElseThrow(() -> RefusedException.conflict(
                        "user", "`" + user.username() + "` is a member of `" + workspace.name() + "` already"));
        journal.write(caller, "member.add", target, changes(user, role));
        return membership;
    }

    /** What the member would hold must not be more than the caller does; an owner's account role is held already. */
    void requireToGive(Caller caller, User user, @Nullable Role role, Target target) {
        if (role != null) {
            guard.requireToGive(caller, role, target);
        } else {
            guard.requireToLetCount(caller, user, target);
        }
    }

    private static Changes changes(User user, @Nullable Role role) {
        return Changes.none().addUser(user).set("role", role == null ? null : role.name());
    }
}
