package dev.roster.application.role;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.access.PermissionLookup;
import dev.roster.application.access.PresentActors;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.Targets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes a custom role for all users who hold it, from their next request on, and previews the effects.
 */
public final class UpdateRole {
    /**
     * The fields to change.
     *
     * @param permissions replaces the whole set, or of it what is {@code nameable}
     * @param nameable the permissions that the caller's interface can name, which {@code permissions} replaces; all others
     *     stay. Null for all
     * @param assignedOnly replaces the whole set; permissions that are removed from the role are removed from it too
     */
    @RecordBuilder
    public record Command(
            RoleId role,

            Change<RoleName> name,

            Change<String> description,

            Change<PermissionSet> permissions,

            @Nullable PermissionSet nameable,

            Change<PermissionSet> assignedOnly,

            Change<Boolean> reachesWorkspaces)
            implements UpdateRoleCommandBuilder.With {
        public Command {
            Objects.requireNonNull(role, "role");
            CustomRoles.requireNameable(permissions.orElse(PermissionSet.none()), nameable);
        }

        public static Command of(RoleId role) {
            return UpdateRoleCommandBuilder.builder()
                    .role(role)
                    .name(Change.none())
                    .description(Change.none())
                    .permissions(Change.none())
                    .assignedOnly(Change.none())
                    .reachesWorkspaces(Change.none())
                    .build();
        }

        /** The role as it would be. */
        public Role appliedTo(Role before) {
            Role narrowed = before.withPermissions(permissionsAfter(before.permissions()));
            return narrowed.withAssignedOnly(assignedOnly.orElse(narrowed.assignedOnly()))
                    .withName(name.orElse(before.name()))
                    .withDescription(Objects.requireNonNullElse(description.applyTo(before.description()), ""))
                    .withReachesWorkspaces(reachesWorkspaces.orElse(before.reachesWorkspaces()));
        }

        private PermissionSet permissionsAfter(PermissionSet before) {
            PermissionSet wanted = permissions.orElse(before);
            return nameable == null ? wanted : before.without(nameable).plus(wanted);
        }
    }

    /**
     * What would change for a user.
     *
     * @param ends what of the user's ends because another person knows it and could no longer take the account over
     */
    public record Affected(User user, List<RoleChange.Effect> effects, Set<ShownSecrets.Kind> ends) {
        private Affected asKnownTo(Actor reader) {
            return new Affected(
                    user,
                    effects.stream().map(effect -> effect.asKnownTo(reader)).toList(),
                    ends);
        }

        private boolean isNothing() {
            return effects.isEmpty() && ends.isEmpty();
        }
    }

    private final UnitOfWork work;
    private final Roles roles;
    private final RolePlaces places;
    private final PresentActors actors;
    private final Targets targets;
    private final PermissionLookup permissions;
    private final KnownSecrets known;

    @Inject
    UpdateRole(
            UnitOfWork work,
            Roles roles,
            RolePlaces places,
            PresentActors actors,
            Targets targets,
            PermissionLookup permissions,
            KnownSecrets known) {
        this.work = work;
        this.roles = roles;
        this.places = places;
        this.actors = actors;
        this.targets = targets;
        this.permissions = permissions;
        this.known = known;
    }

    /**
     * @throws RefusedException CONFLICT naming {@code role} for a predefined one and for one that guests have and that would
     *     get a right on the whole instance, or {@code name}; FORBIDDEN where the
     *     role would hold more than the caller, on the instance or in a place where it is held, or administers more there now
     */
    public Role handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            Role before = roles.get(command.role());
            Role changed = changed(caller, before, command);
            Changes changes = CustomRoles.changes(before, changed);
            if (changes.isEmpty()) {
                return before;
            }
            Role after = changed.updatedAt(work.now());
            roles.update(after);
            changes.addEnded(known.afterChanging(after.id()));
            work.journal().write(caller, "role.update", Target.of(after), changes);
            return after;
        });
    }

    /**
     * Returns who would gain or lose what, and changes nothing; refuses what {@link #handle} would refuse. Users for whom
     * nothing changes, or whom the caller may not read, are skipped, so a page may be short, or even empty, although more
     * pages follow.
     */
    public Page<Affected> preview(Caller caller, Command command, PageRequest page) {
        return work.reading(() -> {
            Role before = roles.get(command.role());
            RoleChange change = new RoleChange(before, changed(caller, before, command));
            Actor reader = work.guard().wholeActor(caller);
            Page<User> concerned = roles.holdersAndTheirServices(before.id(), page)
                    .filter(user -> AccessPolicy.allows(reader, RosterPermission.USER_READ, Target.of(user)));
            Map<UserId, Actor> found =
                    actors.findWhole(concerned.items().stream().map(User::id).collect(Collectors.toSet()));
            Map<Target.Ref, Target> assigned = assignedToServices(found.values());
            Map<UserId, Set<ShownSecrets.Kind>> ending = known.ending(found.values(), change::appliedTo);
            return concerned
                    .map(user -> new Affected(
                                    user,
                                    effects(found.get(user.id()), change, assigned),
                                    ending.getOrDefault(user.id(), Set.of()))
                            .asKnownTo(reader))
                    .filter(affected -> !affected.isNothing());
        });
    }

    private Map<Target.Ref, Target> assignedToServices(Collection<Actor> found) {
        Set<Target.Ref> references =
                found.stream().flatMap(UpdateRole::assignedToService).collect(Collectors.toSet());
        return references.isEmpty() ? Map.of() : targets.find(references);
    }

    private static Stream<Target.Ref> assignedToService(Actor actor) {
        List<Actor> all = actor.withMakers();
        return all.size() == 1
                ? Stream.of()
                : all.stream()
                        .flatMap(one -> one.assigned().stream())
                        .map(dataset -> new Target.Ref(Target.Kind.DATASET, dataset.value()));
    }

    private static List<RoleChange.Effect> effects(
            @Nullable Actor actor, RoleChange change, Map<Target.Ref, Target> assigned) {
        if (actor == null) {
            return List.of();
        }
        List<Target> own = assignedToService(actor)
                .map(assigned::get)
                .filter(Objects::nonNull)
                .toList();
        return change.effectOn(actor, own);
    }

    private Role changed(Caller caller, Role before, Command command) {
        work.guard().require(caller, RosterPermission.ROLE_UPDATE, Target.of(before));
        CustomRoles.requireCustom(before);
        Role changed = command.appliedTo(before);
        CustomRoles.requireSound(changed.permissions(), changed.assignedOnly());
        permissions.requireAllKnown(changed.permissions());
        work.guard().requireToGive(caller, changed, Target.instance());
        if (!changed.givesTheSameAs(before)) {
            places.requireToReplace(caller, before, changed);
        }
        return changed;
    }
}
