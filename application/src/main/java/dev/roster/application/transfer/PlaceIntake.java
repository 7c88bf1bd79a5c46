package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in what there are few of, one at a time: roles, places, what hangs on them, and invitations. */
final class PlaceIntake {
    private final KnownPlaces known;
    private final RegisteredPermissions permissions;
    private final Roles roles;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Annexes annexes;
    private final Invitations invitations;
    private final Users users;
    private final Journal journal;
    private boolean hasSeenOrganization;

    @Inject
    PlaceIntake(
            KnownPlaces known,
            RegisteredPermissions permissions,
            Roles roles,
            Organizations organizations,
            Workspaces workspaces,
            Datasets datasets,
            Annexes annexes,
            Invitations invitations,
            Users users,
            Journal journal) {
        this.known = known;
        this.permissions = permissions;
        this.roles = roles;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.annexes = annexes;
        this.invitations = invitations;
        this.users = users;
        this.journal = journal;
    }

    void take(Caller caller, Line line, Tally tally) {
        Entry entry = line.entry();
        if (entry == null) {
            return;
        }
        if (add(caller, entry)) {
            tally.add(entry.kind(), 1);
        } else {
            tally.skip(line, "there already");
        }
    }

    /** Returns false for what was there before. */
    private boolean add(Caller caller, Entry entry) {
        if (entry instanceof Entry.OfPermission permission) {
            return permissions.add(permission.registered());
        }
        if (entry instanceof Entry.OfRole role) {
            return add(role.role());
        }
        if (entry instanceof Entry.OfOrganization organization) {
            return add(caller, organization.organization());
        }
        if (entry instanceof Entry.OfWorkspace workspace) {
            return add(workspace.workspace());
        }
        if (entry instanceof Entry.OfDataset dataset) {
            return add(dataset.dataset());
        }
        if (entry instanceof Entry.OfAnnex annex) {
            known.dataset(annex.annex().dataset());
            return annexes.add(annex.annex()).isPresent();
        }
        if (entry instanceof Entry.OfInvitation invitation) {
            return add(invitation.invitation());
        }
        throw new IllegalStateException("nobody takes in a " + entry.kind().word());
    }

    private boolean add(Role role) {
        if (roles.find(role.id()).isPresent()) {
            return false;
        }
        mustBeFree("role", role.name(), roles.findByName(role.name().key()).isEmpty());
        role.permissions().stream()
                .filter(RegisteredPermission.class::isInstance)
                .map(RegisteredPermission.class::cast)
                .forEach(this::mustBeRegistered);
        roles.add(role);
        return true;
    }

    private void mustBeRegistered(RegisteredPermission permission) {
        if (!permissions.has(permission)) {
            throw RefusedException.invalid("permissions", "nobody registered the permission `" + permission + "`");
        }
    }

    private boolean add(Caller caller, Organization organization) {
        boolean isFirst = !hasSeenOrganization;
        hasSeenOrganization = true;
        if (organizations.find(organization.id()).isPresent()) {
            return false;
        }
        if (isFirst) {
            makeWay(caller);
        }
        mustBeFree(
                "organization",
                organization.name(),
                organizations.findByName(organization.name().key()).isEmpty());
        organizations.add(organization);
        return true;
    }

    /**
     * The organization of the first start, where nobody has done anything yet, makes way for those of the file: the first
     * of them is the default one again, as it was where the file was written.
     */
    private void makeWay(Caller caller) {
        List<Organization> here =
                organizations.list(null, null, PageRequest.first(2)).items();
        if (here.size() == 1
                && users.isEmpty()
                && organizations.contents(here.get(0).id()).workspaces() == 0) {
            organizations.remove(here.get(0).id());
            journal.write(caller, "organization.delete", Target.of(here.get(0)));
        }
    }

    private boolean add(Workspace workspace) {
        if (workspaces.find(workspace.id()).isPresent()) {
            return false;
        }
        known.organization(workspace.organization());
        mustBeFree(
                "workspace",
                workspace.name(),
                workspaces.findByName(workspace.name().key()).isEmpty());
        workspaces.add(workspace);
        return true;
    }

    private boolean add(Dataset dataset) {
        if (datasets.find(dataset.id()).isPresent()) {
            return false;
        }
        known.workspace(dataset.workspace());
        mustBeKnown("creator_id", dataset.creator());
        mustBeFree(
                "dataset",
                dataset.name(),
                datasets.findByName(dataset.workspace(), dataset.name().key()).isEmpty());
        datasets.add(dataset);
        return true;
    }

    private boolean add(Invitation invitation) {
        if (invitations.find(invitation.user()).isPresent()) {
            return false;
        }
        KnownUsers invited = KnownUsers.of(users.findAll(Set.of(invitation.user())));
        if (invited.living(invitation.user()).status() != UserStatus.INVITED) {
            throw RefusedException.conflict("user_id", "the user is not waiting for an invitation");
        }
        mustBeKnown("inviter_id", invitation.inviter());
        invitations.put(invitation);
        return true;
    }

    private void mustBeKnown(String field, @Nullable UserId id) {
        if (id != null) {
            KnownUsers.of(users.findAll(Set.of(id))).get(field, id);
        }
    }

    /** The same name under another id is another thing, and two cannot have it. */
    private static void mustBeFree(String kind, Object name, boolean free) {
        if (!free) {
            throw RefusedException.conflict(
                    "name", "another " + kind + " is called `" + name + "` here, rename one of the two");
        }
    }
}
