package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;

/** A role that an actor has, where, and by what right. Every "yes" of the policy rests on one. */
public record Holding(Source source, Role role, Target place) {
    /** By what right a role is held. */
    public enum Source {
        /** The account role. */
        ACCOUNT,
        /** The account role, where its user is a member and the membership has no role of its own. */
        INHERITED,
        /** The membership's own role. */
        MEMBERSHIP,
        GRANT,
        /** No role at all: everyone may do this to themselves. */
        SELF
    }

    /** Whether the role gives a permission where it is held: an account role only what counts on the whole instance. */
    public boolean gives(Permission permission) {
        return role.permissions().contains(permission)
                && (source != Source.ACCOUNT || role.isOwner() || permission.isInstanceWide());
    }

    /** For people: {@code admin in workspace `legal` by membership}. */
    public String describe() {
        return switch (source) {
            case ACCOUNT -> "account role " + role.name();
            case INHERITED -> "member of " + place.describe() + " with account role " + role.name();
            case MEMBERSHIP -> role.name() + " in " + place.describe();
            case GRANT -> "granted " + role.name() + " on " + place.describe();
            case SELF -> "everyone may do this to themselves";
        };
    }
}
