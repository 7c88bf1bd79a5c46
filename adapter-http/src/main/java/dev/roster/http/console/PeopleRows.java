package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People.Person;
import dev.roster.application.workspace.ListWorkspacesOfUsers;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.PeopleListView;
import dev.roster.http.console.view.PersonView;
import dev.roster.http.console.view.StatusView;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import dev.roster.http.web.Timestamps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People as the lines of a list. What a page of them needs is asked once for all. */
final class PeopleRows {
    static final List<String> HEADS =
            List.of("username", "name", "email", "role", "status", "last_activity_at", "created_at", "workspaces");

    private static final int SHOWN_WORKSPACES = 2;

    private final ListWorkspacesOfUsers workspacesOfUsers;
    private final Times times;
    private final May may;

    @Inject
    PeopleRows(ListWorkspacesOfUsers workspacesOfUsers, Times times, May may) {
        this.workspacesOfUsers = workspacesOfUsers;
        this.times = times;
        this.may = may;
    }

    /** Somebody who is deleted, whom no list of people has. */
    static Person deleted(User user) {
        return new Person(user, PersonStatus.DEACTIVATED);
    }

    static StatusView status(Person person) {
        return status(
                person.user().status() == UserStatus.DELETED
                        ? PeopleFilters.DELETED
                        : person.status().word());
    }

    static StatusView status(String word) {
        return new StatusView(
                "status." + word,
                switch (word) {
                    case "active" -> "good";
                    case "invited" -> "accent";
                    case "expired" -> "warn";
                    default -> "";
                });
    }

    /** With their picture for those who may see it. */
    static PersonView shown(Call call, User user, boolean withPicture) {
        String site = Site.pathOf(call.context());
        return People.shown(
                user, withPicture && user.status() != UserStatus.DELETED ? People.picture(site, user) : null);
    }

    List<PeopleListView.Row> of(Call call, List<Person> people, PeopleFilters filters, @Nullable String opened) {
        boolean pictures = may.everywhere(call.caller(), RosterPermission.USER_READ);
        Map<UserId, List<Workspace>> workspaces = workspaces(call.caller(), people);
        return people.stream()
                .map(person -> row(
                        person,
                        shown(
                                call,
                                person.user(),
                                pictures || call.caller().is(person.user().id())),
                        names(workspaces, person.user()),
                        filters,
                        opened))
                .toList();
    }

    private Map<UserId, List<Workspace>> workspaces(Caller caller, List<Person> people) {
        Set<UserId> ids = people.stream().map(person -> person.user().id()).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : workspacesOfUsers.handle(caller, ids);
    }

    private static List<String> names(Map<UserId, List<Workspace>> workspaces, User user) {
        return workspaces.getOrDefault(user.id(), List.of()).stream()
                .map(Workspace::shownName)
                .toList();
    }

    private PeopleListView.Row row(
            Person person, PersonView shown, List<String> workspaces, PeopleFilters filters, @Nullable String opened) {
        User user = person.user();
        String id = user.id().toString();
        int more = workspaces.size() - SHOWN_WORKSPACES;
        return new PeopleListView.Row(
                id,
                shown,
                Objects.toString(user.email(), ""),
                user.role().name().value(),
                status(person),
                times.ifAny(user.lastActivityAt()),
                workspaces.stream().limit(SHOWN_WORKSPACES).toList(),
                more > 0 ? Integer.toString(more) : null,
                filters.address("/people/" + id),
                filters.with("person", id),
                id.equals(opened));
    }

    /** As the lines of a file, in the order of {@link #HEADS}. */
    List<List<String>> lines(Caller caller, List<Person> people) {
        Map<UserId, List<Workspace>> workspaces = workspaces(caller, people);
        return people.stream()
                .map(person -> line(person, names(workspaces, person.user())))
                .toList();
    }

    private static List<String> line(Person person, List<String> workspaces) {
        User user = person.user();
        return List.of(
                user.username().value(),
                user.shownName(),
                Objects.toString(user.email(), ""),
                user.role().name().value(),
                user.status() == UserStatus.DELETED
                        ? PeopleFilters.DELETED
                        : person.status().word(),
                user.lastActivityAt() == null ? "" : Timestamps.format(user.lastActivityAt()),
                Timestamps.format(user.createdAt()),
                String.join("; ", workspaces));
    }
}
