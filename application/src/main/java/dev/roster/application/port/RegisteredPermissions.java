package dev.roster.application.port;

import dev.roster.domain.role.RegisteredPermission;
import java.util.List;

/** The permissions that embedding platforms and dialects registered, of which custom roles may be made. */
public interface RegisteredPermissions {
    /** @param description at most 1,000 characters, empty when unset */
    record Registered(RegisteredPermission permission, String description) {}

    /** Returns false, and changes nothing, when it is registered already. */
    boolean add(Registered registered);

    boolean has(RegisteredPermission permission);

    /** By key. There are a few hundred at most; there are no pages. */
    List<Registered> all();
}
