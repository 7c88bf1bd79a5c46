package dev.roster.http.console;

import dev.roster.application.access.RolePreview;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.FindMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.membership.ShowMemberChoices;
import dev.roster.application.port.Memberships.Member;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.Choice;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.MemberView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One member of a workspace or an organization: another role, tried before it is saved, and the end of the membership. */
final class MemberEditPages implements ConsolePages {
    private static final Set<String> FIELDS = Set.of("role");

    private final Spots spots;
    private final FindMember findMember;
    private final ShowMemberChoices showMemberChoices;
    private final ChangeMemberRole changeMemberRole;
    private final RemoveMember removeMember;
    private final Portraits portraits;
    private final Screens screens;

    @Inject
    MemberEditPages(
            Spots spots,
            FindMember findMember,
            ShowMemberChoices showMemberChoices,
            ChangeMemberRole changeMemberRole,
            RemoveMember removeMember,
            Portraits portraits,
            Screens screens) {
        this.spots = spots;
        this.findMember = findMember;
        this.showMemberChoices = showMemberChoices;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
        this.portraits = portraits;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        register(routes, "/workspaces/{workspace}/members/{user}", spots::workspace);
        register(routes, "/organizations/{organization}/members/{user}", spots::organization);
    }

    private void register(Routes routes, String path, Function<Call, Spot> spot) {
        routes.get(path, call -> edit(call, spot.apply(call))).producing(MediaTypes.HTML);
        routes.post(path, call -> change(call, spot.apply(call))).producing(MediaTypes.HTML);
        routes.get(path + "/remove", call -> askToRemove(call, spot.apply(call)))
                .producing(MediaTypes.HTML);
        routes.post(path + "/remove", call -> remove(call, spot.apply(call))).producing(MediaTypes.HTML);
    }

    private Member member(Call call, Spot spot) {
        return findMember.handle(call.caller(), spot.place(), call.path("user", UserId::parse));
    }

    private void edit(Call call, Spot spot) {
        screens.show(call, view(call, spot, member(call, spot), FormView.EMPTY, null));
    }

    /** @throws RefusedException what changing the role would be refused with, where it would be whatever it is changed to */
    private MemberView view(Call call, Spot spot, Member member, FormView form, @Nullable RolePreview preview) {
        RoleRef held = member.membership().role();
        String name = held == null ? null : held.name().value();
        ShowMemberChoices.Choices choices =
                showMemberChoices.handle(call.caller(), spot.place(), List.of(member.user()));
        if (!choices.changeable().contains(member.user().id())) {
            changeMemberRole.preview(call.caller(), command(spot, member, name));
        }
        return new MemberView(
                spots.head(call, spot, Spots.Tab.OVERVIEW),
                portraits.of(call).shown(member.user()),
                form,
                roles(choices.roles(), name),
                preview == null
                        ? null
                        : preview.effects().stream().map(Permissions::shown).toList(),
                preview == null ? List.of() : Permissions.ending(preview.ends()));
    }

    /** The one that is held is among them, also where the caller could not give it. */
    private static List<Choice> roles(List<Role> givable, @Nullable String held) {
        List<Choice> roles = new ArrayList<>(MemberPages.roles(givable, held));
        if (held != null && roles.stream().noneMatch(Choice::chosen)) {
            roles.add(new Choice(held, held, true));
        }
        return roles;
    }

    private static ChangeMemberRole.Command command(Spot spot, Member member, @Nullable String role) {
        return new ChangeMemberRole.Command(spot.place(), member.user().id(), role);
    }

    private void change(Call call, Spot spot) {
        TypedForm form = TypedForm.of(call);
        Field<String> role = form.optional("role", text -> text);
        Member member = member(call, spot);
        ChangeMemberRole.Command command = command(spot, member, role.orNull());
        RolePreview preview = null;
        try {
            if (!form.raw("step").equals("preview")) {
                changeMemberRole.handle(call.caller(), command);
                screens.moveOn(call, spot.path(), "member.changed");
                return;
            }
            preview = changeMemberRole.preview(call.caller(), command);
        } catch (RefusedException refusal) {
            Mendable.note(form, refusal, FIELDS);
        }
        screens.show(call.context(), form.isRight() ? 200 : 422, view(call, spot, member, form.view(), preview));
    }

    private void askToRemove(Call call, Spot spot) {
        User user = member(call, spot).user();
        boolean removable = showMemberChoices
                .handle(call.caller(), spot.place(), List.of(user))
                .removable()
                .contains(user.id());
        screens.show(
                call,
                new ConfirmView(
                        "member.remove.title",
                        List.of(user.shownName(), spot.shown()),
                        List.of(ConfirmView.Said.of(
                                removable ? "member.remove.lead." + spot.kind() : "member.remove.not")),
                        List.of(),
                        removable ? "members.remove" : null,
                        spot.path()));
    }

    private void remove(Call call, Spot spot) {
        removeMember.handle(call.caller(), new RemoveMember.Command(spot.place(), call.path("user", UserId::parse)));
        screens.moveOn(call, spot.path(), "member.removed");
    }
}
