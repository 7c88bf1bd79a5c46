package dev.roster.domain.role;

/** Which role, and what it is called now. */
public record RoleRef(RoleId id, RoleName name) {
    public boolean isOwner() {
        return id.equals(PredefinedRole.OWNER.id());
    }

    @Override
    public String toString() {
        return name.value();
    }
}
