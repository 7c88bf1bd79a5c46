package dev.roster.application.role;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the role that a caller named, by name or id. For callers who may not read a custom role it is there only where they may
 * give it: otherwise the answer would show which names are taken.
 */
public final class RoleLookup {
    private static final String PREDEFINED =
            Arrays.stream(PredefinedRole.values()).map(PredefinedRole::word).collect(Collectors.joining(", "));

    private final Roles roles;
    private final AccessGuard guard;

    @Inject
    public RoleLookup(Roles roles, AccessGuard guard) {
        this.roles = roles;
        this.guard = guard;
    }

    /**
     * A role for accounts.
     *
     * @throws RefusedException INVALID naming {@code role}, when there is no such role
     */
    public Role find(Caller caller, String nameOrId) {
        return lookUp(nameOrId)
                .filter(role -> isThere(caller, role, Target.instance()))
                .orElseThrow(() -> unknown(nameOrId));
    }

    /** The same, or the account role that the user has, which the caller sees. */
    public Role find(Caller caller, String nameOrId, User user) {
        return lookUp(nameOrId)
                .filter(role -> role.id().equals(user.role().id()) || isThere(caller, role, Target.instance()))
                .orElseThrow(() -> unknown(nameOrId));
    }

    /** A role that is not a caller's to choose, or that is chosen by an owner. */
    public Role findAny(String nameOrId) {
        return lookUp(nameOrId).orElseThrow(() -> unknown(nameOrId));
    }

    /** A role for accounts; where none is named, annotator with all that it holds in this store. */
    public Role findOrAnnotator(Caller caller, @Nullable String nameOrId) {
        return nameOrId == null ? findAny(PredefinedRole.ANNOTATOR.word()) : find(caller, nameOrId);
    }

    /**
     * A role that a membership or grant may have: any but owner, which is an account role only.
     *
     * @param place where it is given
     * @throws RefusedException INVALID naming {@code role}
     */
    public Role findForPlace(Caller caller, String nameOrId, Target place) {
        return lookUp(nameOrId)
                .filter(role -> isThere(caller, role, place))
                .map(RoleLookup::forPlaces)
                .orElseThrow(() -> unknown(nameOrId));
    }

    /** The same as {@link #findAny} is to {@link #find}. */
    public Role findAnyForPlace(String nameOrId) {
        return forPlaces(findAny(nameOrId));
    }

    private static Role forPlaces(Role role) {
        if (!role.isForPlaces()) {
            throw RefusedException.invalid("role", "owner is an account role and cannot be held in a single place");
        }
        return role;
    }

    private boolean isThere(Caller caller, Role role, Target place) {
        return PredefinedRole.of(role.id()).isPresent()
                || guard.allows(caller, RosterPermission.ROLE_READ, Target.of(role))
                || guard.mayGive(caller, role, place);
    }

    private static RefusedException unknown(String nameOrId) {
        return RefusedException.unknown(
                "role",
                "unknown role `" + nameOrId + "`, expected " + PREDEFINED
                        + " or the name or id of a custom role that you may read or give",
                nameOrId);
    }

    private Optional<Role> lookUp(String nameOrId) {
        return Uuids.isUuid(nameOrId)
                ? roles.find(RoleId.parse(nameOrId))
                : roles.findByName(NameKey.of(nameOrId.strip()));
    }
}
