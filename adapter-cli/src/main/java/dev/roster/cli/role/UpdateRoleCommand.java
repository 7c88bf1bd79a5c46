package dev.roster.cli.role;

import dev.roster.application.Change;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.role.UpdateRole;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.RoleEffects;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        header = "Change a custom role for all users who hold it.",
        description = "The change applies from the next request on. With --dry-run, nothing changes, and the "
                + "command lists all users who would gain or lose permissions.",
        footer = {
            "",
            "Examples:",
            "  roster roles update commenter --add dataset:annotate --remove dataset:update --dry-run",
            "  roster roles update commenter --permission dataset:read --permission feedback:create",
            "  roster roles update commenter --name proof-reader"
        })
final class UpdateRoleCommand implements Runnable {
    private static final Layout<Gain> GAINS = Layout.<Gain>of("users who would gain or lose permissions")
            .detail("user.id", gain -> gain.user().id())
            .column("user.username", "user", gain -> gain.user().username())
            .detail("place.kind", gain -> gain.effect().place().kind().word())
            .detail("place.id", gain -> gain.effect().place().id())
            .detail("place.name", gain -> gain.effect().place().label())
            .detail("extent", gain -> gain.effect().extent().word())
            .column(
                    "place.text",
                    "place",
                    gain -> gain.effect().extent().describe(gain.effect().place()))
            .column("gained", "gains", gain -> keys(gain.effect().gained()))
            .column("lost", "loses", gain -> keys(gain.effect().lost()));

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final RoleEffects effects;
    private final Provider<UpdateRole> updateRole;

    @Parameters(paramLabel = "ROLE", description = "Name or id of a custom role.")
    private String role;

    @ArgGroup
    private @Nullable Wanted wanted;

    @ArgGroup
    private @Nullable AssignedOnly assignedOnly;

    @Option(
            names = "--reaches-workspaces",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether the role, as the role of a member of an organization, also applies in its "
                    + "workspaces.")
    private @Nullable Boolean reachesWorkspaces;

    @Option(names = "--name", paramLabel = "NAME", description = "The new name.")
    private @Nullable RoleName name;

    @Option(names = "--description", paramLabel = "TEXT", description = "The new description; may be empty.")
    private @Nullable String description;

    @Option(names = "--dry-run", description = "Change nothing, and list who would gain or lose what.")
    private boolean dry;

    /** The whole new set, or what sets it apart from the old one. */
    static final class Wanted {
        @Option(
                names = "--permission",
                paramLabel = "PERMISSION",
                completionCandidates = PermissionWords.class,
                description = "The permissions of the role, instead of the present ones; may be repeated.")
        private @Nullable List<Permission> all;

        @ArgGroup(exclusive = false)
        private @Nullable Difference difference;

        /** A difference says nothing of other permissions, which the role may have got or lost in between. */
        UpdateRole.Command in(UpdateRole.Command command) {
            if (difference == null) {
                return command.withPermissions(Change.to(PermissionSet.of(listed(all))));
            }
            PermissionSet added = PermissionSet.of(listed(difference.added));
            PermissionSet removed = PermissionSet.of(listed(difference.removed));
            return command.withNameable(added.plus(removed)).withPermissions(Change.to(added.without(removed)));
        }
    }

    /** What to add to the set and what to take out of it. */
    static final class Difference {
        @Option(
                names = "--add",
                paramLabel = "PERMISSION",
                completionCandidates = PermissionWords.class,
                description = "A permission to add; may be repeated.")
        private @Nullable List<Permission> added;

        @Option(
                names = "--remove",
                paramLabel = "PERMISSION",
                completionCandidates = PermissionWords.class,
                description = "A permission to remove; may be repeated.")
        private @Nullable List<Permission> removed;
    }

    /** The new set of those that are cut to assigned datasets, or none. */
    static final class AssignedOnly {
        @Option(
                names = "--assigned-only",
                paramLabel = "PERMISSION",
                completionCandidates = PermissionWords.class,
                description = "The permissions that reach only datasets open to the workspace or assigned to the user, "
                        + "instead of the present ones; may be repeated.")
        private @Nullable List<Permission> all;

        @Option(names = "--no-assigned-only", description = "All permissions of the role reach every dataset.")
        private boolean none;
    }

    /** What would change for a user in one place. */
    private record Gain(User user, RoleChange.Effect effect) {}

    @Inject
    UpdateRoleCommand(
            Operator operator, Names names, Output output, RoleEffects effects, Provider<UpdateRole> updateRole) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.effects = effects;
        this.updateRole = updateRole;
    }

    @Override
    public void run() {
        UpdateRole.Command command = command(names.role(role).id());
        if (dry) {
            output.blocks(GAINS, PageOptions.everything(), page -> preview(command, page));
            return;
        }
        Role after = updateRole.get().handle(operator.caller(), command);
        output.say("updated role `" + after.name() + "`");
        output.show(Layouts.ROLE, after);
    }

    private Page<Gain> preview(UpdateRole.Command command, PageRequest page) {
        Page<UpdateRole.Affected> affected = updateRole.get().preview(operator.caller(), command, page);
        affected.items().forEach(one -> effects.sayEnding(one.user(), one.ends()));
        List<Gain> gains = affected.items().stream()
                .flatMap(one -> one.effects().stream().map(effect -> new Gain(one.user(), effect)))
                .toList();
        return new Page<>(gains, affected.next());
    }

    private UpdateRole.Command command(RoleId changed) {
        UpdateRole.Command command = UpdateRole.Command.of(changed)
                .withName(Change.ifGiven(name))
                .withDescription(Change.ifGiven(description))
                .withAssignedOnly(
                        assignedOnly == null
                                ? Change.none()
                                : Change.to(PermissionSet.of(assignedOnly.none ? List.of() : listed(assignedOnly.all))))
                .withReachesWorkspaces(Change.ifGiven(reachesWorkspaces));
        return wanted == null ? command : wanted.in(command);
    }

    private static List<Permission> listed(@Nullable List<Permission> permissions) {
        return permissions == null ? List.of() : permissions;
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }
}
