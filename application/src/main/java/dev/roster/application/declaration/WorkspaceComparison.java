package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a workspace that is declared with the one of that name. */
final class WorkspaceComparison {
    /** The organization that a workspace is declared in. */
    record Inside(OrganizationId id, String name, List<String> path) {
        private List<String> pathTo(DeclaredWorkspace workspace) {
            return Stream.concat(
                            path.stream(),
                            Stream.of("workspaces", workspace.name().value()))
                    .toList();
        }
    }

    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final MemberPlaces members;
    private final CreateWorkspace createWorkspace;
    private final UpdateWorkspace updateWorkspace;
    private final Ids ids;

    @Inject
    WorkspaceComparison(
            AccessGuard guard,
            Workspaces workspaces,
            MemberPlaces members,
            CreateWorkspace createWorkspace,
            UpdateWorkspace updateWorkspace,
            Ids ids) {
        this.guard = guard;
        this.workspaces = workspaces;
        this.members = members;
        this.createWorkspace = createWorkspace;
        this.updateWorkspace = updateWorkspace;
        this.ids = ids;
    }

    void compare(Caller caller, Inside organization, DeclaredWorkspace wanted, Known known, Draft draft) {
        List<String> path = organization.pathTo(wanted);
        if (!draft.isFirst(Step.Kind.WORKSPACE, wanted.name().key(), path)) {
            return;
        }
        Optional<Workspace> there = workspaces.findByName(wanted.name().key());
        there.ifPresent(found -> guard.require(caller, RosterPermission.WORKSPACE_READ, Target.of(found)));
        if (there.isPresent() && !there.get().organization().equals(organization.id())) {
            draft.fault(
                    path, "workspace `" + wanted.name() + "` is in another organization, and workspaces do not move");
            return;
        }
        WorkspaceId id = there.map(Workspace::id).orElseGet(() -> new WorkspaceId(ids.next()));
        there.ifPresentOrElse(
                before -> change(caller, organization, wanted, before, draft),
                () -> add(caller, organization, wanted, id, draft));
        if (wanted.members() != null) {
            String name = there.map(Workspace::name).orElse(wanted.name()).value();
            MemberPlace place = members.of(caller, Place.of(id), name, path, there.isPresent());
            new MemberComparison(place, known, draft).compare(wanted.members(), Set.of());
        }
    }

    private void add(Caller caller, Inside organization, DeclaredWorkspace wanted, WorkspaceId id, Draft draft) {
        @Nullable String title = wanted.title().applyTo(null);
        CreateWorkspace.Command command = CreateWorkspace.Command.named(wanted.name())
                .withId(id)
                .withOrganization(organization.id())
                .withTitle(title)
                .withDescription(wanted.description().orElse(""));
        Step step = Step.of(Step.Action.ADD, Step.Kind.WORKSPACE, wanted.name(), organization.name())
                .with("title", null, title)
                .with("description", null, command.description());
        draft.add(organization.pathTo(wanted), step, () -> createWorkspace.handle(caller, command));
    }

    private void change(Caller caller, Inside organization, DeclaredWorkspace wanted, Workspace before, Draft draft) {
        @Nullable String title = wanted.title().applyTo(before.title());
        Step step = Step.of(Step.Action.CHANGE, Step.Kind.WORKSPACE, before.name(), organization.name())
                .with("title", before.title(), title)
                .with("description", before.description(), wanted.description().applyTo(before.description()));
        UpdateWorkspace.Command command =
                new UpdateWorkspace.Command(before.id(), Change.none(), wanted.title(), wanted.description());
        draft.change(organization.pathTo(wanted), step, () -> updateWorkspace.handle(caller, command));
    }
}
