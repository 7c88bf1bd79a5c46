package dev.roster.application.scenario;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.List;

/** What a scenario does with the organization, workspaces and their members. */
final class WorkspaceActs {
    private final UseCases useCases;
    private final Names names;

    WorkspaceActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> showOrganization(Caller caller) {
        return shown(useCases.get(FindOrganization.class).handle(caller, names.organization()));
    }

    List<String> renameOrganization(Caller caller, Words words) {
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                names.organization(), Change.to(new OrganizationName(words.get("name"))), Change.none());
        return shown(useCases.get(UpdateOrganization.class).handle(caller, command));
    }

    List<String> create(Caller caller, Words words) {
        return create(caller, words, CreateWorkspace.Command.named(new WorkspaceName(words.get("workspace"))));
    }

    List<String> createTitled(Caller caller, Words words) {
        return create(caller, words, CreateWorkspace.Command.titled(words.get("title")));
    }

    private List<String> create(Caller caller, Words words, CreateWorkspace.Command command) {
        CreateWorkspace.Command placed = words.has("organization")
                ? command.withOrganization(names.organization(words.get("organization")))
                : command;
        return shown(useCases.get(CreateWorkspace.class).handle(caller, placed));
    }

    List<String> show(Caller caller, Words words) {
        return shown(useCases.get(FindWorkspace.class).handle(caller, workspace(words)));
    }

    List<String> list(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListWorkspaces.class)
                        .handle(caller, ListWorkspaces.Query.all().withTitle(words.find("title")), PageRequest.first())
                        .items(),
                Workspace::name);
    }

    List<String> listOfUser(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListWorkspacesOfUser.class)
                        .handle(caller, user(words), PageRequest.first())
                        .items(),
                joined -> joined.workspace().name());
    }

    List<String> rename(Caller caller, Words words) {
        UpdateWorkspace.Command command =
                UpdateWorkspace.Command.rename(workspace(words), new WorkspaceName(words.get("name")));
        return shown(useCases.get(UpdateWorkspace.class).handle(caller, command));
    }

    List<String> retitle(Caller caller, Words words) {
        UpdateWorkspace.Command command = UpdateWorkspace.Command.retitle(workspace(words), words.find("title"));
        String title =
                useCases.get(UpdateWorkspace.class).handle(caller, command).title();
        return title == null ? List.of() : List.of(title);
    }

    List<String> delete(Caller caller, Words words) {
        return delete(caller, DeleteWorkspace.Command.empty(workspace(words)));
    }

    List<String> deleteWithContents(Caller caller, Words words) {
        return delete(caller, DeleteWorkspace.Command.withContents(workspace(words)));
    }

    private List<String> delete(Caller caller, DeleteWorkspace.Command command) {
        return shown(useCases.get(DeleteWorkspace.class).handle(caller, command).workspace());
    }

    List<String> addMember(Caller caller, Words words) {
        AddMember.Command command = new AddMember.Command(place(words), user(words), words.find("role"));
        return shown(useCases.get(AddMember.class).handle(caller, command).user());
    }

    List<String> putMember(Caller caller, Words words) {
        PutMember.Command command = PutMember.Command.of(place(words), user(words), words.get("role"));
        return shown(useCases.get(PutMember.class).handle(caller, command).user());
    }

    List<String> changeMemberRole(Caller caller, Words words) {
        ChangeMemberRole.Command command = new ChangeMemberRole.Command(place(words), user(words), words.find("role"));
        return shown(
                useCases.get(ChangeMemberRole.class).handle(caller, command).user());
    }

    List<String> removeMember(Caller caller, Words words) {
        RemoveMember.Command command = new RemoveMember.Command(place(words), user(words));
        return shown(useCases.get(RemoveMember.class).handle(caller, command));
    }

    List<String> listMembers(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListMembers.class)
                        .handle(caller, place(words), PageRequest.first())
                        .items(),
                member -> member.user().username());
    }

    private Place place(Words words) {
        return Place.of(workspace(words));
    }

    private WorkspaceId workspace(Words words) {
        return names.workspace(words.get("workspace"));
    }

    private UserId user(Words words) {
        return names.user(words.get("user"));
    }

    private static List<String> shown(Organization organization) {
        return List.of(organization.name().value());
    }

    private static List<String> shown(Workspace workspace) {
        return List.of(workspace.name().value());
    }

    private static List<String> shown(User user) {
        return List.of(user.username().value());
    }
}
