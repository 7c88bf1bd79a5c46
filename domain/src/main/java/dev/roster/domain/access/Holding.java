package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.Worded;

/** A role that an actor has, where, and by what right. Every "yes" of the policy rests on one. */
public record Holding(Source source, Role role, Target place) {
    /** A role that is held in a place, and its source. */
    public enum Source implements Worded {
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

    /** Whether the role reaches, with a permission, a target in the place where it is held. */
    boolean reaches(Permission permission, Target target) {
        return switch (place.kind()) {
            case INSTANCE -> role.isOwner() || (permission.isInstanceWide() && !role.needsOrganization(permission));
            case ORGANIZATION ->
                reachesBelow()
                        || (target.kind() == Target.Kind.ORGANIZATION
                                && permission.scope().isAboutOrganizations()
                                && !role.assignedOnly().contains(permission)
                                && !role.needsOrganization(permission));
            case WORKSPACE, DATASET -> !role.needsOrganization(permission);
            case USER, ROLE -> false;
        };
    }

    /** How far the role reaches with a permission where it is held like this. */
    Reach reachOf(Permission permission) {
        Reach reach = role.reachOf(permission);
        if (reach != Reach.ORGANIZATIONS) {
            return reach;
        }
        return place.kind() == Target.Kind.ORGANIZATION && reachesBelow() ? Reach.EVERYWHERE : Reach.NOWHERE;
    }

    /** Whether it is held on a single dataset, and so asks neither for an assignment nor about a restriction. */
    boolean isOnDataset() {
        return place.kind() == Target.Kind.DATASET;
    }

    /** A role held in an organization reaches its workspaces only as the membership's own, and only if marked so. */
    boolean reachesBelow() {
        return source == Source.MEMBERSHIP && role.reachesWorkspaces();
    }

    /** The same where it is that role, as it has become. */
    Holding with(Role changed) {
        return role.id().equals(changed.id()) ? new Holding(source, changed, place) : this;
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

    /** The same with the place by its id, if the reader may not read its name. */
    Holding asKnownTo(Actor reader) {
        return new Holding(source, role, AccessPolicy.asKnownTo(reader, place));
    }
}
