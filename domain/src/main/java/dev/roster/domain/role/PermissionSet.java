package dev.roster.domain.role;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of permissions, immutable. Asking it for one of Roster's own is a bit test, for a registered one a look-up. */
public final class PermissionSet {
    private static final PermissionSet NONE = new PermissionSet(Set.of());

    private final long own;
    private final Set<RegisteredPermission> registered;

    private PermissionSet(Collection<? extends Permission> permissions) {
        this.own = permissions.stream()
                .filter(RosterPermission.class::isInstance)
                .mapToLong(permission -> ((RosterPermission) permission).bit())
                .reduce(0, (left, right) -> left | right);
        this.registered = permissions.stream()
                .filter(RegisteredPermission.class::isInstance)
                .map(RegisteredPermission.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static PermissionSet none() {
        return NONE;
    }

    public static PermissionSet of(Collection<? extends Permission> permissions) {
        return new PermissionSet(permissions);
    }

    public static PermissionSet of(Permission... permissions) {
        return new PermissionSet(List.of(permissions));
    }

    public boolean contains(Permission permission) {
        return permission instanceof RosterPermission known
                ? (own & known.bit()) != 0
                : registered.contains((RegisteredPermission) permission);
    }

    public boolean isEmpty() {
        return own == 0 && registered.isEmpty();
    }

    public PermissionSet plus(PermissionSet others) {
        return of(Stream.concat(stream(), others.stream()).toList());
    }

    public PermissionSet without(PermissionSet others) {
        return of(stream().filter(permission -> !others.contains(permission)).toList());
    }

    /** Roster's own in the order of the table, then the registered ones by key. */
    public Stream<Permission> stream() {
        return Stream.concat(
                Stream.of(RosterPermission.values()).filter(this::contains),
                registered.stream().sorted(Comparator.comparing(RegisteredPermission::key)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PermissionSet that && own == that.own && registered.equals(that.registered);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(own) * 31 + registered.hashCode();
    }

    @Override
    public String toString() {
        return stream().map(Permission::key).collect(Collectors.joining(" "));
    }
}
