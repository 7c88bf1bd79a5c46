package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import java.util.Optional;

/** The roles, predefined ones included. */
public interface Roles {
    /**
     * How often a role is held by users who are not deleted.
     *
     * @param accounts as the account role
     * @param organizations as a membership's own role in an organization
     * @param workspaces as a membership's own role in a workspace
     */
    record Uses(long accounts, long organizations, long workspaces, long grants) {
        public boolean isNone() {
            return accounts + organizations + workspaces + grants == 0;
        }
    }

    /**
     * Stores a new custom role and returns it with its number.
     *
     * @throws RefusedException CONFLICT naming {@code name}
     */
    Role add(Role role);

    /**
     * Stores a custom role's name, description, permissions and time of change.
     *
     * @throws RefusedException CONFLICT naming {@code name}
     */
    void update(Role role);

    /**
     * Deletes a custom role that is not in use; deleted users who had it are recorded as annotators from then on. Returns
     * false if there was none.
     */
    boolean remove(RoleId id);

    Uses uses(RoleId id);

    /** Gives all holders of one role the other role, in each place. */
    void reassign(RoleId from, RoleId to);

    /**
     * Where users who are not deleted hold the role in one way: each place once, by number, however many they are.
     *
     * @param source a membership's own role, the account role where a membership has none, or a grant
     * @param kind an organization or a workspace; for grants a workspace or a dataset
     */
    Page<Target> places(RoleId id, Holding.Source source, Target.Kind kind, PageRequest page);

    /** Users, not deleted, who hold the role anywhere, by number. */
    Page<User> holders(RoleId id, PageRequest page);

    /** The same, and the service accounts that they made, as much of whose rights may come from the role. */
    Page<User> holdersAndTheirServices(RoleId id, PageRequest page);

    /** Whether it is the account role of a guest who is not deleted. */
    boolean isHeldByGuests(RoleId id);

    Optional<Role> find(RoleId id);

    /** @throws RefusedException NOT_FOUND naming {@code role} */
    default Role get(RoleId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("role", id));
    }

    Optional<Role> findByName(NameKey name);

    /** By number: the predefined roles in the order of the table, then the custom ones in order of creation. */
    Page<Role> list(PageRequest page);

    /** The same without the predefined ones, or they alone. */
    Page<Role> list(boolean predefined, PageRequest page);
}
