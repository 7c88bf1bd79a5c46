package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.ShowMemberChoices;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Memberships.Member;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.console.view.Choice;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.MembersView;
import dev.roster.http.console.view.PlaceHead;
import dev.roster.http.console.view.SuggestionsView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A workspace or an organization, who is in it, and who else is to be. */
final class MemberPages implements ConsolePages {
    private static final Set<String> FIELDS = Set.of("user", "role");

    private final Spots spots;
    private final ListMembers listMembers;
    private final ShowMemberChoices showMemberChoices;
    private final AddMember addMember;
    private final Lookup lookup;
    private final May may;
    private final Portraits portraits;
    private final Times times;
    private final Screens screens;

    @Inject
    MemberPages(
            Spots spots,
            ListMembers listMembers,
            ShowMemberChoices showMemberChoices,
            AddMember addMember,
            Lookup lookup,
            May may,
            Portraits portraits,
            Times times,
            Screens screens) {
        this.spots = spots;
        this.listMembers = listMembers;
        this.showMemberChoices = showMemberChoices;
        this.addMember = addMember;
        this.lookup = lookup;
        this.may = may;
        this.portraits = portraits;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        register(routes, "/workspaces/{workspace}", spots::workspace);
        register(routes, "/organizations/{organization}", spots::organization);
    }

    private void register(Routes routes, String path, Function<Call, Spot> spot) {
        routes.get(path, call -> screens.show(call, view(call, spot.apply(call), FormView.EMPTY)))
                .producing(MediaTypes.HTML);
        routes.post(path + "/members", call -> add(call, spot.apply(call))).producing(MediaTypes.HTML);
        routes.get(path + "/suggestions", call -> suggest(call, spot.apply(call)))
                .producing(MediaTypes.HTML);
    }

    private MembersView view(Call call, Spot spot, FormView form) {
        PlaceHead head = spots.head(call, spot, Spots.Tab.OVERVIEW);
        boolean seen = spots.allowed(call, spot).contains(RosterPermission.MEMBER_READ);
        return new MembersView(
                head,
                spot.name(),
                spot.description(),
                times.shown(spot.createdAt()),
                seen ? members(call, spot, head, form) : null,
                head.path() + "/suggestions");
    }

    private MembersView.Members members(Call call, Spot spot, PlaceHead head, FormView form) {
        Page<Member> members = listMembers.handle(call.caller(), spot.place(), Paged.of(call));
        ShowMemberChoices.Choices choices = showMemberChoices.handle(
                call.caller(),
                spot.place(),
                members.items().stream().map(Member::user).toList());
        Portraits.Gallery gallery = portraits.of(call);
        return new MembersView.Members(
                members.items().stream()
                        .map(member -> row(member, choices, gallery, head.path() + "/members/"))
                        .toList(),
                Paged.pager(call, members),
                choices.add(),
                choices.add() ? roles(choices.roles(), null) : List.of(),
                form);
    }

    private MembersView.Row row(
            Member member, ShowMemberChoices.Choices choices, Portraits.Gallery gallery, String path) {
        User user = member.user();
        RoleRef own = member.membership().role();
        String page = path + user.id();
        return new MembersView.Row(
                gallery.shown(user),
                gallery.page(user),
                own == null ? user.role().name().value() : own.name().value(),
                own == null,
                status(user),
                times.shown(member.membership().joinedAt()),
                choices.changeable().contains(user.id()) ? page : null,
                choices.removable().contains(user.id()) ? page + "/remove" : null);
    }

    private static @Nullable String status(User user) {
        if (user.status() != UserStatus.ACTIVE) {
            return "members.inactive";
        }
        return user.isService() ? "members.service" : null;
    }

    /** @param chosen the name of the role that is held, or null */
    static List<Choice> roles(List<Role> roles, @Nullable String chosen) {
        return roles.stream()
                .map(role -> role.name().value())
                .map(name -> new Choice(name, name, name.equals(chosen)))
                .toList();
    }

    private void add(Call call, Spot spot) {
        may.require(call.caller(), spot.target().ref(), RosterPermission.MEMBER_ADD);
        TypedForm form = TypedForm.of(call);
        Field<String> login = form.value("user", text -> text);
        Field<String> role = form.optional("role", text -> text);
        if (form.isRight()) {
            try {
                Caller caller = call.caller();
                User user = lookup.find(caller, login.get());
                addMember.handle(caller, new AddMember.Command(spot.place(), user.id(), role.orNull()));
                screens.moveOn(call, spot.path(), "member.added");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, view(call, spot, form.view()));
    }

    /** Only for those who could add whom they choose. */
    private void suggest(Call call, Spot spot) {
        boolean add =
                showMemberChoices.handle(call.caller(), spot.place(), List.of()).add();
        String typed = call.query().textOrEmpty("user");
        List<User> found = add && typed != null ? lookup.suggest(call.caller(), typed) : List.of();
        screens.show(
                call,
                new SuggestionsView(found.stream()
                        .map(user -> new Choice(user.username().value(), user.shownName(), false))
                        .toList()));
    }
}
