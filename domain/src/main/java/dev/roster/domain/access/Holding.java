package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RegisteredPermission;
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

    /**
     * Whether the role gives a permission in the place where it is held: an account role only what counts on the whole
     * instance, a role held in an organization what is about that organization and, if it reaches them, its workspaces.
     */
    public boolean gives(Permission permission) {
        if (!role.holds(permission)) {
            return false;
        }
        boolean aboutOrganization = permission.key().startsWith("organization:");
        return switch (place.kind()) {
            case INSTANCE, USER, ROLE -> role.isOwner() || permission.isInstanceWide();
            case ORGANIZATION ->
                reachesBelow()
                        || aboutOrganization
                        || permission.key().startsWith("member:")
                        || permission instanceof RegisteredPermission;
            case WORKSPACE -> !aboutOrganization;
            case DATASET ->
                permission.key().startsWith("dataset:") || permission.key().startsWith("feedback:");
        };
    }

    /** A role held in an organization reaches its workspaces only as the membership's own, and only if marked so. */
    boolean reachesBelow() {
        return source == Source.MEMBERSHIP && role.reachesWorkspaces();
    }

    /** For people: {@code the role `admin` in workspace `legal`}. */
    public String describe() {
        return switch (source) {
            case ACCOUNT -> "the account role `" + role.name() + "`";
            case INHERITED -> "the account role `" + role.name() + "`, as a member of " + place.describe() + ",";
            case MEMBERSHIP -> "the role `" + role.name() + "` in " + place.describe();
            case GRANT -> "the role `" + role.name() + "` granted on " + place.describe();
            case SELF -> "being oneself";
        };
    }
}
