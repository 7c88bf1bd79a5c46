package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.dataset.ListContributions;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.People.Person;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.application.workspace.ListWorkspacesOfUsers;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.PersonDetailsView;
import dev.roster.http.console.view.PersonDetailsView.DatasetRow;
import dev.roster.http.console.view.PersonDetailsView.EventRow;
import dev.roster.http.console.view.PersonDetailsView.KeyRow;
import dev.roster.http.console.view.PersonDetailsView.PlaceRow;
import dev.roster.http.console.view.PersonDetailsView.StayRow;
import dev.roster.http.console.view.StatusView;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the caller may see of somebody. What is theirs alone to see, or for few, is asked for only where they may. */
final class PersonDetails {
    private static final int MOST_EVENTS = 8;

    private final ListWorkspacesOfUser workspacesOfUser;
    private final ListWorkspacesOfUsers workspacesOfUsers;
    private final ListDatasets listDatasets;
    private final ListContributions listContributions;
    private final ListApiKeys listApiKeys;
    private final ListAuditEvents listAuditEvents;
    private final PersonActions actions;
    private final May may;
    private final Times times;
    private final KeyRows keyRows;

    @Inject
    PersonDetails(
            ListWorkspacesOfUser workspacesOfUser,
            ListWorkspacesOfUsers workspacesOfUsers,
            ListDatasets listDatasets,
            ListContributions listContributions,
            ListApiKeys listApiKeys,
            ListAuditEvents listAuditEvents,
            PersonActions actions,
            May may,
            Times times,
            KeyRows keyRows) {
        this.workspacesOfUser = workspacesOfUser;
        this.workspacesOfUsers = workspacesOfUsers;
        this.listDatasets = listDatasets;
        this.listContributions = listContributions;
        this.listApiKeys = listApiKeys;
        this.listAuditEvents = listAuditEvents;
        this.actions = actions;
        this.may = may;
        this.times = times;
        this.keyRows = keyRows;
    }

    /**
     * @param list where the list is that led to them, without what stands before all paths of the site
     * @param part whether it is to stand beside that
     */
    PersonDetailsView of(Call call, Person person, String list, boolean part) {
        Caller caller = call.caller();
        User user = person.user();
        boolean living = user.status() != UserStatus.DELETED;
        Set<RosterPermission> allowed = may.at(
                caller,
                new Target.Ref(Target.Kind.USER, user.id().value()),
                RosterPermission.USER_READ,
                RosterPermission.USER_UPDATE);
        boolean reads = living && allowed.contains(RosterPermission.USER_READ);
        return new PersonDetailsView(
                user.id().toString(),
                "/people/" + user.id(),
                list,
                part,
                PeopleRows.shown(call, user, reads),
                Objects.toString(user.email(), ""),
                user.role().name().value(),
                PeopleRows.status(person),
                reads ? ProfileField.PHONE.text(user.profile()) : null,
                reads ? ProfileField.PRONOUNS.text(user.profile()) : null,
                times.ifAny(user.lastActivityAt()),
                times.shown(user.createdAt()),
                reads ? stay(caller, user) : null,
                living ? places(caller, user, reads) : List.of(),
                living ? made(caller, user) : null,
                reads ? contributed(caller, user) : null,
                living && (caller.is(user.id()) || allowed.contains(RosterPermission.USER_UPDATE))
                        ? keys(caller, user)
                        : null,
                may.everywhere(caller, RosterPermission.AUDIT_READ) ? events(caller, user) : null,
                actions.of(caller, person));
    }

    private List<PlaceRow> places(Caller caller, User user, boolean reads) {
        if (reads) {
            var joined = workspacesOfUser
                    .handle(caller, user.id(), PageRequest.first(PageRequest.MOST))
                    .items();
            Set<Target.Ref> open = may.among(
                    caller,
                    RosterPermission.WORKSPACE_READ,
                    joined.stream().map(one -> ref(one.workspace())).toList());
            return joined.stream()
                    .map(one -> place(one.workspace(), one.membership().role(), open))
                    .toList();
        }
        List<Workspace> shared =
                workspacesOfUsers.handle(caller, Set.of(user.id())).getOrDefault(user.id(), List.of());
        Set<Target.Ref> open = may.among(
                caller,
                RosterPermission.WORKSPACE_READ,
                shared.stream().map(PersonDetails::ref).toList());
        return shared.stream().map(workspace -> place(workspace, null, open)).toList();
    }

    /** The workspace by its name, which a caller who sees the workspaces of the user may read. */
    private @Nullable StayRow stay(Caller caller, User user) {
        Stay stay = user.stay();
        return stay == null
                ? null
                : new StayRow(times.ifAny(stay.until()), stay.workspace() == null ? null : name(caller, user, stay));
    }

    private String name(Caller caller, User user, Stay stay) {
        return workspacesOfUser.handle(caller, user.id(), PageRequest.first(PageRequest.MOST)).items().stream()
                .map(Memberships.Joined::workspace)
                .filter(workspace -> workspace.id().equals(stay.workspace()))
                .map(Workspace::shownName)
                .findFirst()
                .orElseGet(() -> String.valueOf(stay.workspace()));
    }

    private static Target.Ref ref(Workspace workspace) {
        return new Target.Ref(Target.Kind.WORKSPACE, workspace.id().value());
    }

    private static PlaceRow place(Workspace workspace, @Nullable RoleRef role, Set<Target.Ref> open) {
        return new PlaceRow(
                workspace.shownName(),
                open.contains(ref(workspace)) ? Spot.of(workspace).path() : null,
                role == null ? null : role.name().value());
    }

    private List<DatasetRow> made(Caller caller, User user) {
        return listDatasets
                .handle(caller, ListDatasets.Query.all().withCreator(user.id()), PageRequest.first())
                .items()
                .stream()
                .map(found -> dataset(found.dataset(), null, true))
                .toList();
    }

    private List<DatasetRow> contributed(Caller caller, User user) {
        var credits =
                listContributions.byUser(caller, user.id(), PageRequest.first()).items();
        Set<Target.Ref> open = may.among(
                caller,
                RosterPermission.DATASET_READ,
                credits.stream().map(credited -> ref(credited.dataset())).toList());
        return credits.stream()
                .map(credited -> dataset(
                        credited.dataset(),
                        Long.toString(credited.contribution().count()),
                        open.contains(ref(credited.dataset()))))
                .toList();
    }

    private static Target.Ref ref(Dataset dataset) {
        return new Target.Ref(Target.Kind.DATASET, dataset.id().value());
    }

    private static DatasetRow dataset(Dataset dataset, @Nullable String count, boolean open) {
        return new DatasetRow(dataset.name().value(), open ? "/datasets/" + dataset.id() : null, count);
    }

    private List<KeyRow> keys(Caller caller, User user) {
        return listApiKeys
                .handle(caller, ListApiKeys.Query.all().withUser(user.id()), PageRequest.first())
                .items()
                .stream()
                .map(owned -> keyRows.of(owned.key()))
                .toList();
    }

    static StatusView status(ApiKeyStatus status) {
        return new StatusView("status." + status.word(), status == ApiKeyStatus.ACTIVE ? "good" : "");
    }

    private List<EventRow> events(Caller caller, User user) {
        return listAuditEvents
                .handle(caller, AuditTrail.Filter.all().withSubject(user.id().value()), PageRequest.first(MOST_EVENTS))
                .items()
                .stream()
                .map(event -> new EventRow(event.action(), event.actorName(), times.shown(event.at())))
                .toList();
    }
}
