package dev.roster.cli.place;

import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.ListMemberPermissions;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.Memberships;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.RoleEffects;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;

/** What the commands for members do, the same in organizations and workspaces. */
final class MemberActions {
    /** A place that was found, and what it is called. */
    record Found(Place place, String name) {
        static Found of(Organization organization) {
            return new Found(Place.of(organization.id()), organization.name().value());
        }

        static Found of(Workspace workspace) {
            return new Found(Place.of(workspace.id()), workspace.name().value());
        }

        private String inWords() {
            return place.kind().word() + " `" + name + "`";
        }
    }

    static final Layout<ListMemberPermissions.Row> PERMISSIONS = Layout.<ListMemberPermissions.Row>of("members")
            .detail("user.id", row -> row.user().id())
            .column("user.username", "user", row -> row.user().username())
            .column(
                    "permissions",
                    row -> row.permissions().stream().map(Permission::key).toList());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListMembers> listMembers;
    private final Provider<AddMember> addMember;
    private final Provider<PutMember> putMember;
    private final Provider<ChangeMemberRole> changeMemberRole;
    private final Provider<RemoveMember> removeMember;
    private final Provider<ListMemberPermissions> listPermissions;
    private final RoleEffects effects;

    @Inject
    MemberActions(
            Operator operator,
            Names names,
            Output output,
            Provider<ListMembers> listMembers,
            Provider<AddMember> addMember,
            Provider<PutMember> putMember,
            Provider<ChangeMemberRole> changeMemberRole,
            Provider<RemoveMember> removeMember,
            Provider<ListMemberPermissions> listPermissions,
            RoleEffects effects) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listMembers = listMembers;
        this.addMember = addMember;
        this.putMember = putMember;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
        this.listPermissions = listPermissions;
        this.effects = effects;
    }

    void list(Found found, PageOptions pages) {
        output.list(Layouts.MEMBER, pages, page -> listMembers.get().handle(operator.caller(), found.place(), page));
    }

    void add(Found found, String user, @Nullable String role) {
        AddMember.Command command =
                new AddMember.Command(found.place(), names.user(user).id(), role);
        show(found, addMember.get().handle(operator.caller(), command));
    }

    void put(Found found, String user, @Nullable String role) {
        PutMember.Command command =
                PutMember.Command.of(found.place(), names.user(user).id(), role);
        show(found, putMember.get().handle(operator.caller(), command));
    }

    private void show(Found found, Memberships.Member member) {
        output.say("`" + member.user().username() + "` is a member of " + found.inWords());
        output.show(Layouts.MEMBER, member);
    }

    void permissions(Found found, PageOptions pages) {
        output.blocks(
                PERMISSIONS, pages, page -> listPermissions.get().ofPlace(operator.caller(), found.place(), page));
    }

    void setRole(Found found, String user, @Nullable String role, boolean dry) {
        ChangeMemberRole.Command command =
                new ChangeMemberRole.Command(found.place(), names.user(user).id(), role);
        if (dry) {
            effects.show(changeMemberRole.get().preview(operator.caller(), command));
            return;
        }
        Memberships.Member member = changeMemberRole.get().handle(operator.caller(), command);
        output.say("updated the membership of `" + member.user().username() + "`");
        output.show(Layouts.MEMBER, member);
    }

    void remove(Found found, String user) {
        User named = names.user(user);
        User removed =
                removeMember.get().handle(operator.caller(), new RemoveMember.Command(found.place(), named.id()));
        output.report("`" + named.username() + "` is no longer a member of " + found.inWords(), Layouts.USER, removed);
    }
}
