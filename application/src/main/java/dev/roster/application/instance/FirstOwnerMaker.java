package dev.roster.application.instance;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.Joining;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.user.CreateUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the first owner of an installation, once: if several nodes start together, one wins. */
final class FirstOwnerMaker {
    private final UnitOfWork work;
    private final Users users;
    private final CreateUser createUser;
    private final Workspaces workspaces;
    private final CreateWorkspace createWorkspace;
    private final Joining joining;

    @Inject
    FirstOwnerMaker(
            UnitOfWork work,
            Users users,
            CreateUser createUser,
            Workspaces workspaces,
            CreateWorkspace createWorkspace,
            Joining joining) {
        this.work = work;
        this.users = users;
        this.createUser = createUser;
        this.workspaces = workspaces;
        this.createWorkspace = createWorkspace;
        this.joining = joining;
    }

    /**
     * Empty when there is an owner already.
     *
     * @param hash of the owner's password, or null
     */
    Optional<CreateUser.Created> make(Caller caller, StartInstance.FirstOwner first, @Nullable String hash) {
        return work.inTransaction(() -> {
            if (!users.holdOwnerless()) {
                return Optional.empty();
            }
            CreateUser.Command owner = CreateUser.Command.named(first.username())
                    .withEmail(first.email())
                    .withRole(PredefinedRole.OWNER.word())
                    .withToken(first.token())
                    .withTokenForm(first.tokenForm());
            CreateUser.Created made = createUser.withHash(caller, owner, hash);
            if (first.workspace() != null) {
                Workspace workspace = workspace(caller, first.workspace());
                joining.join(caller, Place.of(workspace.id()), made.user(), null);
            }
            return Optional.of(made);
        });
    }

    /** One that is there, as after an import, is the one that was meant. */
    private Workspace workspace(Caller caller, WorkspaceName name) {
        return workspaces
                .findByName(name.key())
                .orElseGet(() -> createWorkspace.handle(caller, CreateWorkspace.Command.named(name)));
    }
}
