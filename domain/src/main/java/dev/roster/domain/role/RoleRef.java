package dev.roster.domain.role;

/** A role by id, with its current name. */
public record RoleRef(RoleId id, RoleName name) {
    public boolean isOwner() {
        return id.equals(PredefinedRole.OWNER.id());
    }

    /** Whether it may be held in a single place: owner is an account role only. */
    public boolean isForPlaces() {
        return !isOwner();
    }

    /**
     * Whether users with this account role may create API keys by default: owners, managers, admins and members.
     */
    public boolean makesDevelopers() {
        return PredefinedRole.of(id).filter(PredefinedRole::administers).isPresent();
    }

    @Override
    public String toString() {
        return name.value();
    }
}
