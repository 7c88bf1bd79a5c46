package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.AskKeys;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.ListSessions;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships.Joined;
import dev.roster.application.user.ShowAvatar;
import dev.roster.application.user.ShowMe;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.AccountView;
import dev.roster.http.console.view.AccountView.KeyRow;
import dev.roster.http.console.view.AccountView.PlaceRow;
import dev.roster.http.console.view.AccountView.SessionRow;
import dev.roster.http.console.view.FormView;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands on the page about one's own account. */
final class AccountScreen {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MOST);

    private final ShowMe showMe;
    private final ShowAvatar showAvatar;
    private final ListWorkspacesOfUser listWorkspaces;
    private final ListOrganizations listOrganizations;
    private final ListApiKeys listApiKeys;
    private final AskKeys askKeys;
    private final ListSessions listSessions;
    private final May may;
    private final Times times;
    private final Now now;

    @Inject
    AccountScreen(
            ShowMe showMe,
            ShowAvatar showAvatar,
            ListWorkspacesOfUser listWorkspaces,
            ListOrganizations listOrganizations,
            ListApiKeys listApiKeys,
            AskKeys askKeys,
            ListSessions listSessions,
            May may,
            Times times,
            Now now) {
        this.showMe = showMe;
        this.showAvatar = showAvatar;
        this.listWorkspaces = listWorkspaces;
        this.listOrganizations = listOrganizations;
        this.listApiKeys = listApiKeys;
        this.askKeys = askKeys;
        this.listSessions = listSessions;
        this.may = may;
        this.times = times;
        this.now = now;
    }

    /** As it is kept. */
    AccountView of(Call call) {
        return of(call, profile(showMe.handle(call.caller())), null);
    }

    /**
     * @param form with the profile as it was typed
     * @param picture what is wrong with a picture that was sent, or null
     */
    AccountView of(Call call, FormView form, @Nullable String picture) {
        Caller caller = call.caller();
        User user = showMe.handle(caller);
        return new AccountView(
                form,
                picture,
                !showAvatar.having(caller, Set.of(user.id())).isEmpty(),
                People.shown(user, Site.pathOf(call.context()) + "/v1/me/avatar"),
                Objects.toString(user.email(), ""),
                user.role().name().value(),
                askKeys.own(caller),
                Stream.concat(organizations(caller), workspaces(caller, user)).toList(),
                keys(caller, user),
                sessions(caller));
    }

    static FormView profile(User user) {
        Map<String, String> values = new HashMap<>();
        ProfileField.ALL.forEach(field -> values.put(field.word(), Objects.toString(field.text(user.profile()), "")));
        return FormView.of(values);
    }

    private Stream<PlaceRow> organizations(Caller caller) {
        return listOrganizations.own(caller, ALL).items().stream().map(AccountScreen::organization);
    }

    private static PlaceRow organization(Organization organization) {
        Spot spot = Spot.of(organization);
        return place(spot, spot.path(), null);
    }

    private Stream<PlaceRow> workspaces(Caller caller, User user) {
        List<Joined> joined = listWorkspaces.handle(caller, user.id(), ALL).items();
        Set<Target.Ref> open = may.among(
                caller,
                RosterPermission.WORKSPACE_READ,
                joined.stream().map(one -> Target.of(one.workspace()).ref()).toList());
        return joined.stream().map(one -> workspace(one, open));
    }

    private static PlaceRow workspace(Joined joined, Set<Target.Ref> open) {
        Spot spot = Spot.of(joined.workspace());
        return place(
                spot,
                open.contains(spot.target().ref()) ? spot.path() : null,
                joined.membership().role());
    }

    private static PlaceRow place(Spot spot, @Nullable String page, @Nullable RoleRef role) {
        return new PlaceRow(
                "place." + spot.kind(),
                spot.shown(),
                page,
                role == null ? null : role.name().value(),
                LeavePages.path(spot.place()));
    }

    private List<KeyRow> keys(Caller caller, User user) {
        Instant at = now.get();
        return listApiKeys.handle(caller, ListApiKeys.Query.all().withUser(user.id()), ALL).items().stream()
                .map(owned -> key(owned.key(), at))
                .toList();
    }

    private KeyRow key(ApiKey key, Instant at) {
        return new KeyRow(
                key.hint(),
                key.name(),
                PersonDetails.status(key.statusAt(at)),
                times.shown(key.createdAt()),
                times.ifAny(key.lastUsedAt()),
                times.ifAny(key.expiresAt()),
                key.isUsable(at) ? AccountKeyPages.path(key) + "/revoke" : null);
    }

    private List<SessionRow> sessions(Caller caller) {
        return listSessions.handle(caller, null).stream()
                .map(session -> session(session, caller.session()))
                .toList();
    }

    private SessionRow session(Session session, @Nullable SessionId current) {
        return new SessionRow(
                Devices.shown(session.agent()),
                session.address(),
                times.shown(session.openedAt()),
                times.shown(session.lastUsedAt()),
                session.id().equals(current),
                AccountSessionPages.PATH + "/" + session.id() + "/end");
    }
}
