package dev.roster.domain.role;

import dev.roster.domain.RefusedException;

/** Something that can be allowed: one of {@link RosterPermission}, or a name that an embedding platform registered. */
public sealed interface Permission permits RosterPermission, RegisteredPermission {
    /** How it is written everywhere outside Java: {@code resource:action}. */
    String key();

    /** What it is about; a registered one is about places of any kind. */
    Scope scope();

    /** Whether an account role gives it on the whole instance, rather than in the places where its user is a member. */
    boolean isInstanceWide();

    /**
     * Reads {@code resource:action}. A key that is not Roster's own is taken as a registered name; the caller must check
     * that it is registered.
     *
     * @throws RefusedException INVALID, naming {@code permission}
     */
    static Permission parse(String key) {
        RosterPermission own = RosterPermission.BY_KEY.get(key);
        return own == null ? new RegisteredPermission(key) : own;
    }
}
