package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.port.Datasets;
import dev.roster.application.role.CreateRole;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;

/** What the demo has besides people in workspaces: one of each other way to get access. */
final class DemoAccess {
    static final RoleName PROOF_READER = new RoleName("proof-reader");
    static final EmailAddress INVITED = new EmailAddress("noor@lab.example");
    static final Username SERVICE_ACCOUNT = new Username("nightly-export");

    private final CreateRole createRole;
    private final RestrictDataset restrictDataset;
    private final CreateGrant createGrant;
    private final InviteUser inviteUser;
    private final CreateServiceAccount createServiceAccount;

    @Inject
    DemoAccess(
            CreateRole createRole,
            RestrictDataset restrictDataset,
            CreateGrant createGrant,
            InviteUser inviteUser,
            CreateServiceAccount createServiceAccount) {
        this.createRole = createRole;
        this.restrictDataset = restrictDataset;
        this.createGrant = createGrant;
        this.inviteUser = inviteUser;
        this.createServiceAccount = createServiceAccount;
    }

    /** Restricts the dataset, so that of the annotators only the holder of a custom role on it reaches it. */
    void restrict(Caller caller, Datasets.Located dataset, User reader) {
        DatasetId id = dataset.dataset().id();
        restrictDataset.handle(caller, new RestrictDataset.Command(id, true));
        createGrant.handle(
                caller,
                new CreateGrant.Command(reader.id(), proofReader(caller).name().value(), new GrantPlace.OnDataset(id)));
    }

    private Role proofReader(Caller caller) {
        PermissionSet permissions = PermissionSet.of(
                RosterPermission.DATASET_READ, RosterPermission.DATASET_REVIEW, RosterPermission.FEEDBACK_CREATE);
        return createRole.handle(
                caller,
                CreateRole.Command.of(PROOF_READER, permissions)
                        .withDescription("Reads, reviews and comments, and does not annotate"));
    }

    void invite(Caller caller, Workspace workspace) {
        inviteUser.handle(
                caller,
                InviteUser.Command.of(INVITED, InviteMode.LINK)
                        .withWorkspaces(List.of(new InviteUser.WorkspacePlace(workspace.id(), null))));
    }

    /** Its key is not shown: create another one to try it. */
    void automate(Caller caller, Workspace workspace) {
        CreateServiceAccount.WorkspacePlace place =
                new CreateServiceAccount.WorkspacePlace(workspace.id(), PredefinedRole.ADMIN.word());
        createServiceAccount.handle(
                caller,
                CreateServiceAccount.Command.of(
                        SERVICE_ACCOUNT,
                        List.of(new CreateServiceAccount.OrganizationPlace(
                                workspace.organization(), null, List.of(place))),
                        KeyIssuer.Wish.named("first")));
    }
}
