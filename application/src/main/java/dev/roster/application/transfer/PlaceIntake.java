package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;

/** Takes in what there are few of, one at a time: roles, places, and invitations. */
final class PlaceIntake {
    private final KnownPlaces known;
    private final RoleIntake roles;
    private final OrganizationIntake organizations;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final InvitationIntake invitations;

    @Inject
    PlaceIntake(
            KnownPlaces known,
            RoleIntake roles,
            OrganizationIntake organizations,
            Workspaces workspaces,
            Datasets datasets,
            InvitationIntake invitations) {
        this.known = known;
        this.roles = roles;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.invitations = invitations;
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
            return roles.add(permission.registered());
        }
        if (entry instanceof Entry.OfRole role) {
            return roles.add(role.role());
        }
        if (entry instanceof Entry.OfOrganization organization) {
            return organizations.add(caller, organization.organization());
        }
        if (entry instanceof Entry.OfWorkspace workspace) {
            return add(workspace.workspace());
        }
        if (entry instanceof Entry.OfDataset dataset) {
            return add(dataset.dataset());
        }
        if (entry instanceof Entry.OfInvitation invitation) {
            return invitations.add(invitation.invitation());
        }
        throw new IllegalStateException("nobody takes in a " + entry.kind().word());
    }

    private boolean add(Workspace workspace) {
        if (workspaces.find(workspace.id()).isPresent()) {
            return false;
        }
        known.organization(workspace.organization());
        KnownPlaces.mustBeFree(
                "workspace",
                workspace.name(),
                workspaces.findByName(workspace.name().key()).isEmpty());
        KnownPlaces.mustBeFree(
                "workspace",
                workspace.shownName(),
                workspaces
                        .findByShownName(workspace.organization(), workspace.shownKey())
                        .isEmpty());
        workspaces.add(workspace);
        return true;
    }

    private boolean add(Dataset dataset) {
        if (datasets.find(dataset.id()).isPresent()) {
            return false;
        }
        known.workspace(dataset.workspace());
        known.mustBeKnown("creator_id", dataset.creator());
        known.mustBeKnown("restricter_id", dataset.restricter());
        KnownPlaces.mustBeFree(
                "dataset",
                dataset.name(),
                datasets.findByName(dataset.workspace(), dataset.name().key()).isEmpty());
        datasets.add(dataset);
        return true;
    }
}
