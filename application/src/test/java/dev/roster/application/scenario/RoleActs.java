package dev.roster.application.scenario;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.grant.ChangeGrant;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.DeleteGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.grant.ListGrants;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.application.role.CreateRole;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.RegisterPermission;
import dev.roster.application.role.UpdateRole;
import dev.roster.domain.access.Extent;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scenario does with custom roles and with grants. */
final class RoleActs {
    private final UseCases useCases;
    private final Names names;

    RoleActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> create(Caller caller, Words words) {
        CreateRole.Command command = CreateRole.Command.of(new RoleName(words.get("role")), permissions(words))
                .withAssignedOnly(narrow(words));
        return List.of(
                useCases.get(CreateRole.class).handle(caller, command).name().value());
    }

    List<String> changePermissions(Caller caller, Words words) {
        UpdateRole.Command command = UpdateRole.Command.of(role(words)).withPermissions(Change.to(permissions(words)));
        return List.of(
                useCases.get(UpdateRole.class).handle(caller, command).name().value());
    }

    List<String> delete(Caller caller, Words words) {
        useCases.get(DeleteRole.class).handle(caller, new DeleteRole.Command(role(words), words.find("other")));
        return List.of(words.get("role"));
    }

    List<String> preview(Caller caller, Words words) {
        UpdateRole.Command command = UpdateRole.Command.of(role(words))
                .withPermissions(Change.to(permissions(words)))
                .withAssignedOnly(words.has("narrow") ? Change.to(narrow(words)) : Change.none());
        return useCases.get(UpdateRole.class).preview(caller, command, PageRequest.first()).items().stream()
                .flatMap(affected -> affected.effects().stream()
                        .map(effect -> affected.user().username() + " " + place(effect) + signed("+", effect.gained())
                                + signed("-", effect.lost())))
                .toList();
    }

    private static String place(RoleChange.Effect effect) {
        String part =
                effect.extent() == Extent.WHOLE ? "" : " " + effect.extent().word();
        return place(effect.place()) + part;
    }

    private static PermissionSet narrow(Words words) {
        return words.has("narrow") ? permissions(words.get("narrow")) : PermissionSet.none();
    }

    private static String signed(String sign, List<Permission> permissions) {
        return permissions.stream()
                .map(permission -> " " + sign + permission.key())
                .collect(Collectors.joining());
    }

    List<String> register(Caller caller, Words words) {
        RegisteredPermission permission = new RegisteredPermission(words.get("permission"));
        useCases.get(RegisterPermission.class)
                .handle(caller, new RegisterPermission.Command(permission, "", reach(words)));
        return List.of(permission.key());
    }

    private static Change<RegisteredReach> reach(Words words) {
        return words.has("reach") ? Change.to(RegisteredReach.parse(words.pairs("reach"))) : Change.none();
    }

    List<String> grant(Caller caller, Words words) {
        Target.Ref target = names.target(words.get("target"));
        GrantPlace place = target.kind() == Target.Kind.DATASET
                ? new GrantPlace.OnDataset(new DatasetId(target.id()))
                : new GrantPlace.OnWorkspace(new WorkspaceId(target.id()));
        CreateGrant.Command command = new CreateGrant.Command(names.user(words.get("user")), words.get("role"), place);
        return List.of(shown(useCases.get(CreateGrant.class).handle(caller, command)));
    }

    List<String> changeGrant(Caller caller, Words words) {
        ChangeGrant.Command command = new ChangeGrant.Command(grant(words), words.get("role"));
        return List.of(shown(useCases.get(ChangeGrant.class).handle(caller, command)));
    }

    List<String> takeBack(Caller caller, Words words) {
        return List.of(shown(useCases.get(DeleteGrant.class).handle(caller, grant(words))));
    }

    List<String> listGrants(Caller caller, Words words) {
        String user = words.find("user");
        Target.Ref target = words.has("target") ? names.target(words.get("target")) : Target.Ref.instance();
        Grants.Filter filter = Grants.Filter.all()
                .withUser(user == null ? null : names.user(user))
                .withWorkspace(target.kind() == Target.Kind.WORKSPACE ? new WorkspaceId(target.id()) : null)
                .withDataset(target.kind() == Target.Kind.DATASET ? new DatasetId(target.id()) : null);
        return useCases.get(ListGrants.class).handle(caller, filter, PageRequest.first()).items().stream()
                .map(RoleActs::shown)
                .toList();
    }

    private static String shown(Grants.Granted granted) {
        return granted.user().username() + " " + granted.grant().role().name() + " " + place(granted.target());
    }

    private static String place(Target place) {
        return place.kind() == Target.Kind.INSTANCE ? "instance" : place.kind().word() + ":" + place.label();
    }

    private GrantId grant(Words words) {
        return names.grant(words.get("user"), words.get("target"));
    }

    private RoleId role(Words words) {
        return names.role(words.get("role"));
    }

    private static PermissionSet permissions(Words words) {
        return permissions(words.get("permissions"));
    }

    private static PermissionSet permissions(String keys) {
        return PermissionSet.of(
                Stream.of(keys.split(" ")).map(Permission::parse).toList());
    }
}
