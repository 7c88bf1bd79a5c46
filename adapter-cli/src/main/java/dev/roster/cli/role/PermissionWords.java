package dev.roster.cli.role;

import dev.roster.domain.role.RosterPermission;
import java.util.Arrays;
import java.util.Iterator;

/** What the shell completes a permission with. */
final class PermissionWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(RosterPermission.values())
                .map(RosterPermission::key)
                .iterator();
    }
}
