package dev.roster.application.role;

import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.Uuids;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the role that a caller named, by name or id. */
public final class RoleLookup {
    private static final String PREDEFINED =
            Arrays.stream(PredefinedRole.values()).map(PredefinedRole::word).collect(Collectors.joining(", "));

    private final Roles roles;

    @Inject
    public RoleLookup(Roles roles) {
        this.roles = roles;
    }

    /** @throws RefusedException INVALID naming {@code role}, when there is no such role */
    public Role find(String nameOrId) {
        return lookUp(nameOrId)
                .orElseThrow(() -> RefusedException.unknown(
                        "role",
                        "unknown role `" + nameOrId + "`, expected " + PREDEFINED
                                + " or the name or id of a custom role",
                        nameOrId));
    }

    /** The same; where none is named, annotator with all that it holds in this store. */
    public Role findOrAnnotator(@Nullable String nameOrId) {
        return find(nameOrId == null ? PredefinedRole.ANNOTATOR.word() : nameOrId);
    }

    /**
     * A role that a membership or grant may have: any but owner, which is an account role only.
     *
     * @throws RefusedException INVALID naming {@code role}
     */
    public Role findForPlace(String nameOrId) {
        Role role = find(nameOrId);
        if (!role.isForPlaces()) {
            throw RefusedException.invalid("role", "owner is an account role and cannot be held in a single place");
        }
        return role;
    }

    private Optional<Role> lookUp(String nameOrId) {
        return Uuids.isUuid(nameOrId)
                ? roles.find(RoleId.parse(nameOrId))
                : roles.findByName(NameKey.of(nameOrId.strip()));
    }
}
