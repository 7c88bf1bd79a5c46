package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes a custom role that no user holds, or whose holders get another role instead. */
public final class DeleteRole {
    /** @param replacement name or id of the role that its holders get instead, or null to refuse while it has any */
    public record Command(RoleId role, @Nullable String replacement) {}

    private static final int NAMED = 10;

    private final UnitOfWork work;
    private final Roles roles;
    private final RolePlaces places;
    private final RoleLookup lookup;
    private final KnownSecrets known;

    @Inject
    DeleteRole(UnitOfWork work, Roles roles, RolePlaces places, RoleLookup lookup, KnownSecrets known) {
        this.work = work;
        this.roles = roles;
        this.places = places;
        this.lookup = lookup;
        this.known = known;
    }

    /**
     * Returns how often it was held.
     *
     * @throws RefusedException CONFLICT naming {@code role}, with some of its holders as blockers, because it is
     *     predefined, or because guests would get a right on the whole instance; INVALID naming {@code role} for an impossible replacement; FORBIDDEN where it is
     *     held and the caller holds less than it administers there, or than its replacement gives
     */
    public Roles.Uses handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            Role role = roles.get(command.role());
            work.guard().require(caller, RosterPermission.ROLE_DELETE, Target.of(role));
            CustomRoles.requireCustom(role);
            Roles.Uses uses = roles.uses(role.id());
            Role replacement = uses.isNone() ? null : replacement(caller, role, command, uses);
            Changes changes = Changes.none().set("replaced_by", replacement == null ? null : replacement.name());
            if (replacement != null) {
                roles.reassign(role.id(), replacement.id());
                changes.addEnded(known.afterChanging(replacement.id()));
            }
            roles.remove(role.id());
            work.journal().write(caller, "role.delete", Target.of(role), changes);
            return uses;
        });
    }

    private Role replacement(Caller caller, Role role, Command command, Roles.Uses uses) {
        if (command.replacement() == null) {
            throw inUse(caller, role, uses);
        }
        Role replacement = lookup.findForPlace(caller, command.replacement(), Target.instance());
        if (replacement.id().equals(role.id())) {
            throw RefusedException.unfit("reassign", "`" + role.name() + "` cannot replace itself");
        }
        work.guard().requireToGive(caller, replacement, Target.instance());
        places.requireToReplace(caller, role, replacement);
        return replacement;
    }

    private RefusedException inUse(Caller caller, Role role, Roles.Uses uses) {
        Actor reader = work.guard().wholeActor(caller);
        List<User> first = roles.holders(role.id(), PageRequest.first(NAMED)).items();
        List<String> named = first.stream()
                .filter(user -> AccessPolicy.allows(reader, RosterPermission.USER_READ, Target.of(user)))
                .map(user -> user.username().value())
                .toList();
        boolean isAll = first.size() < NAMED && named.size() == first.size();
        return RefusedException.blocked(
                "role",
                "`" + role.name() + "` is in use: " + inWords(uses) + heldBy(named, isAll)
                        + "; name a role to reassign its holders to",
                named);
    }

    private static String heldBy(List<String> named, boolean isAll) {
        return named.isEmpty() ? "" : ", held by " + String.join(", ", named) + (isAll ? "" : " and others");
    }

    private static String inWords(Roles.Uses uses) {
        return Stream.of(
                        counted(uses.accounts(), "account"),
                        counted(uses.organizations(), "organization membership"),
                        counted(uses.workspaces(), "workspace membership"),
                        counted(uses.grants(), "grant"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }
}
