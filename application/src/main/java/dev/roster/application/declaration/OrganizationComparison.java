package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Organizations;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Compares an organization that is declared, with all in it, with the one of that name. */
final class OrganizationComparison {
    private final AccessGuard guard;
    private final Organizations organizations;
    private final MemberPlaces members;
    private final CreateOrganization createOrganization;
    private final UpdateOrganization updateOrganization;
    private final WorkspaceComparison workspaces;
    private final Ids ids;

    @Inject
    OrganizationComparison(
            AccessGuard guard,
            Organizations organizations,
            MemberPlaces members,
            CreateOrganization createOrganization,
            UpdateOrganization updateOrganization,
            WorkspaceComparison workspaces,
            Ids ids) {
        this.guard = guard;
        this.organizations = organizations;
        this.members = members;
        this.createOrganization = createOrganization;
        this.updateOrganization = updateOrganization;
        this.workspaces = workspaces;
        this.ids = ids;
    }

    void compare(Caller caller, DeclaredOrganization wanted, Known known, Draft draft) {
        List<String> path = path(wanted);
        if (!draft.isFirst(Step.Kind.ORGANIZATION, wanted.name().key(), path)) {
            return;
        }
        Optional<Organization> there = organizations.findByName(wanted.name().key());
        there.ifPresent(found -> guard.require(caller, RosterPermission.ORGANIZATION_READ, Target.of(found)));
        // Chosen here, so that what is to be in a new organization can be told where it goes.
        OrganizationId id = there.map(Organization::id).orElseGet(() -> new OrganizationId(ids.next()));
        there.ifPresentOrElse(before -> change(caller, wanted, before, draft), () -> add(caller, wanted, id, draft));
        String name = there.map(Organization::name).orElse(wanted.name()).value();
        if (wanted.members() != null) {
            MemberPlace place = members.of(caller, Place.of(id), name, path, there.isPresent());
            new MemberComparison(place, known, draft).compare(wanted.members(), known.ids(wanted.workspaceMembers()));
        }
        WorkspaceComparison.Inside inside = new WorkspaceComparison.Inside(id, name, path);
        wanted.workspaces().forEach(workspace -> workspaces.compare(caller, inside, workspace, known, draft));
    }

    private static List<String> path(DeclaredOrganization wanted) {
        return List.of("organizations", wanted.name().value());
    }

    private void add(Caller caller, DeclaredOrganization wanted, OrganizationId id, Draft draft) {
        CreateOrganization.Command command = CreateOrganization.Command.named(wanted.name())
                .withId(id)
                .withDescription(wanted.description().orElse(""));
        Step step = Step.of(Step.Action.ADD, Step.Kind.ORGANIZATION, command.name(), null)
                .with("description", null, command.description());
        draft.add(path(wanted), step, () -> createOrganization.handle(caller, command));
    }

    private void change(Caller caller, DeclaredOrganization wanted, Organization before, Draft draft) {
        UpdateOrganization.Command command =
                new UpdateOrganization.Command(before.id(), Change.none(), wanted.description());
        Step step = Step.of(Step.Action.CHANGE, Step.Kind.ORGANIZATION, before.name(), null)
                .with("description", before.description(), wanted.description().applyTo(before.description()));
        draft.change(path(wanted), step, () -> updateOrganization.handle(caller, command));
    }
}
