package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.organization.Readmission;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a user an extra role on a workspace or on one dataset. A caller cannot give more than they hold there. */
public final class CreateGrant {
    /** @param role name or id of any role but owner */
    public record Command(UserId user, String role, GrantPlace place) {}

    private final UnitOfWork work;
    private final Users users;
    private final RoleLookup roles;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Grants grants;
    private final Readmission readmission;
    private final KnownSecrets known;

    @Inject
    CreateGrant(
            UnitOfWork work,
            Users users,
            RoleLookup roles,
            Workspaces workspaces,
            Datasets datasets,
            Grants grants,
            Readmission readmission,
            KnownSecrets known) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.grants = grants;
        this.readmission = readmission;
        this.known = known;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code workspace}, {@code dataset} or {@code user}; CONFLICT naming
     *     {@code user}, who has a grant there already; FORBIDDEN also for a user who left the organization, where the caller
     *     may not add members to it
     */
    public Grants.Granted handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Located place = located(command.place());
            work.guard().require(caller, RosterPermission.GRANT_CREATE, place.target());
            User user = users.get(command.user());
            Role role = roles.findForPlace(caller, command.role(), place.target());
            work.guard().requireToGive(caller, role, place.target());
            readmission.admit(caller, user, place.workspace().organization());
            Grant grant = grants.add(draft(user, role, place)).orElseThrow(() -> taken(user, place));
            EndedSecrets ended = known.afterGiving(user.id());
            work.journal()
                    .write(
                            caller,
                            "grant.create",
                            place.target(),
                            Changes.none()
                                    .addUser(user)
                                    .set("role", role.name())
                                    .addEnded(ended));
            return new Grants.Granted(grant, user, place.workspace(), place.dataset());
        });
    }

    private record Located(Workspace workspace, @Nullable Dataset dataset) {
        Target target() {
            Target around = Target.of(workspace);
            return dataset == null ? around : Target.of(dataset, around);
        }
    }

    private Located located(GrantPlace place) {
        if (place instanceof GrantPlace.OnDataset on) {
            Datasets.Located found = datasets.get(on.dataset());
            return new Located(found.workspace(), found.dataset());
        }
        return new Located(workspaces.get(((GrantPlace.OnWorkspace) place).workspace()), null);
    }

    private Grant draft(User user, Role role, Located place) {
        Instant at = work.now();
        return new Grant(
                new GrantId(work.nextId()),
                0,
                user.id(),
                role.ref(),
                place.workspace().id(),
                place.dataset() == null ? null : place.dataset().id(),
                at,
                at);
    }

    private static RefusedException taken(User user, Located place) {
        return RefusedException.conflict(
                "user",
                "`" + user.username() + "` already has a grant on "
                        + place.target().describe() + "; change its role");
    }
}
