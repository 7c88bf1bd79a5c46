package dev.roster.application.importing;

import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.port.ForeignPlatform.Group;
import dev.roster.application.port.ForeignPlatform.Team;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares organizations and workspaces there with those here. Organizations are known again by name; workspaces by id
 * where ids are kept, else by what people see of them in their organization.
 */
final class ForeignPlaces {
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final CreateOrganization createOrganization;
    private final CreateWorkspace createWorkspace;

    @Inject
    ForeignPlaces(
            Organizations organizations,
            Workspaces workspaces,
            CreateOrganization createOrganization,
            CreateWorkspace createWorkspace) {
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.createOrganization = createOrganization;
        this.createWorkspace = createWorkspace;
    }

    void compare(Group group, Brought brought) {
        brought.add(Kind.ORGANIZATION, group.name(), () -> step(group, brought));
    }

    private ImportStep step(Group group, Brought brought) {
        OrganizationName name = new OrganizationName(group.name());
        Optional<Organization> here = organizations.findByName(name.key());
        if (here.isPresent()) {
            brought.organization(group.id(), group.name()).is(here.get().id());
            return ImportStep.present(Kind.ORGANIZATION, group.name(), "");
        }
        CreateOrganization.Command command =
                CreateOrganization.Command.named(name.toGive()).withDescription(group.description());
        if (!brought.isFirst(Kind.ORGANIZATION, "", name.key())) {
            return ImportStep.leftOut(
                    Kind.ORGANIZATION,
                    group.name(),
                    "another organization has that name there, regardless of case; rename one and import again");
        }
        Counterpart<OrganizationId> made = brought.organization(group.id(), group.name());
        return ImportStep.create(
                Kind.ORGANIZATION,
                group.name(),
                caller -> made.is(createOrganization.handle(caller, command).id()));
    }

    void compare(Team team, Brought brought) {
        brought.add(Kind.WORKSPACE, team.shown(), () -> step(team, brought));
    }

    private ImportStep step(Team team, Brought brought) {
        Counterpart<OrganizationId> around = team.group() == null ? null : brought.organization(team.group());
        return here(team, around, brought.withIds())
                .map(here -> existing(team, here, brought))
                .orElseGet(() -> creation(team, around, brought));
    }

    private Optional<Workspace> here(Team team, @Nullable Counterpart<OrganizationId> around, boolean withIds) {
        if (withIds) {
            return workspaces.find(WorkspaceId.parse(team.id()));
        }
        if (team.title() == null) {
            return workspaces.findByName(name(team).key());
        }
        Optional<OrganizationId> organization =
                around == null ? organizations.findDefault().map(Organization::id) : around.here();
        return organization.flatMap(known -> workspaces.findByShownName(known, NameKey.of(title(team))));
    }

    private static WorkspaceName name(Team team) {
        return new WorkspaceName(Objects.requireNonNull(team.name()));
    }

    private static String title(Team team) {
        return SingleLine.check("title", Objects.requireNonNull(team.title()), Workspace.MOST_TITLE);
    }

    private static ImportStep existing(Team team, Workspace here, Brought brought) {
        brought.workspace(team.id(), team.shown()).is(here.id());
        String name = here.name().value();
        boolean same = team.name() == null || name.equals(team.name());
        return ImportStep.present(Kind.WORKSPACE, team.shown(), same ? "" : "is called `" + name + "` here");
    }

    private ImportStep creation(Team team, @Nullable Counterpart<OrganizationId> around, Brought brought) {
        if (isTaken(team, brought)) {
            return ImportStep.leftOut(
                    Kind.WORKSPACE,
                    team.shown(),
                    "the name is another workspace's here, regardless of case; rename one and import again");
        }
        WorkspaceId id = brought.withIds() ? WorkspaceId.parse(team.id()) : null;
        CreateWorkspace.Command command = CreateWorkspace.Command.called(
                        team.name() == null ? null : name(team).toGive(), team.title())
                .withId(id)
                .withDescription(team.description());
        Counterpart<WorkspaceId> made = brought.workspace(team.id(), team.shown());
        return ImportStep.create(
                Kind.WORKSPACE,
                team.shown(),
                caller -> made.is(createWorkspace
                        .handle(caller, around == null ? command : command.withOrganization(around.get()))
                        .id()));
    }

    private boolean isTaken(Team team, Brought brought) {
        String place = Objects.requireNonNullElse(team.group(), "");
        if (team.name() == null) {
            return !brought.isFirst(Kind.WORKSPACE, place, NameKey.of(title(team)));
        }
        NameKey name = name(team).key();
        return workspaces.findByName(name).isPresent() || !brought.isFirst(Kind.WORKSPACE, "", name);
    }
}
