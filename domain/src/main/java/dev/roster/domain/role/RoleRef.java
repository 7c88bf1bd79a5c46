package dev.roster.domain.role;

/** Which role, and what it is called now. */
public record RoleRef(RoleId id, RoleName name) {
    public boolean isOwner() {
        return id.equals(PredefinedRole.OWNER.id());
    }

    /** Whether it may be held in a single place: owner is an account role only. */
    public boolean isForPlaces() {
        return !isOwner();
    }

    /**
     * Whether who has it as account role may make API keys when nothing else was said: owners, managers, admins and
     * members.
     */
    public boolean makesDevelopers() {
        return PredefinedRole.of(id).filter(PredefinedRole::administers).isPresent();
    }

    @Override
    public String toString() {
        return name.value();
    }
}
