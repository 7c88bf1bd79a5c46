package dev.roster.domain.role;

import static dev.roster.domain.role.Reach.ASSIGNED;
import static dev.roster.domain.role.Reach.EVERYWHERE;
import static dev.roster.domain.role.Reach.NOWHERE;
import static dev.roster.domain.role.Reach.WITHIN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Roster's own permissions and how far each predefined role reaches with them: the table of docs/permissions.md. */
public enum RosterPermission implements Permission {
    // spotless:off
    //                      owner       manager  admin    viewer   annotator
    INSTANCE_CONFIGURE     (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    AUDIT_READ             (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_CREATE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_READ              (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_UPDATE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_DELETE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_CREATE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_READ              (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_UPDATE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_DELETE            (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_CREATE    (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_DELETE    (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_CREATE       (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_DELETE       (EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_READ      (EVERYWHERE, WITHIN,  WITHIN,  WITHIN,  WITHIN),
    ORGANIZATION_UPDATE    (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_READ         (EVERYWHERE, WITHIN,  WITHIN,  WITHIN,  WITHIN),
    WORKSPACE_UPDATE       (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    MEMBER_READ            (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    MEMBER_REMOVE          (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    MEMBER_ADD             (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    MEMBER_UPDATE          (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    GRANT_CREATE           (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    GRANT_READ             (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    GRANT_DELETE           (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_CREATE     (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_READ       (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_REVOKE     (EVERYWHERE, WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    DATASET_READ           (EVERYWHERE, WITHIN,  WITHIN,  WITHIN,  ASSIGNED),
    DATASET_CREATE         (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    DATASET_UPDATE         (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    DATASET_DELETE         (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    DATASET_ASSIGN         (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    DATASET_RESTRICT       (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    DATASET_ANNOTATE       (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, ASSIGNED),
    FEEDBACK_CREATE        (EVERYWHERE, WITHIN,  WITHIN,  NOWHERE, ASSIGNED);
    // spotless:on

    static final Map<String, RosterPermission> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RosterPermission::key, Function.identity()));

    /** The words before the colon, which no registered permission may use as its namespace. */
    static final Set<String> RESOURCES = BY_KEY.keySet().stream()
            .map(key -> key.substring(0, key.indexOf(':')))
            .collect(Collectors.toUnmodifiableSet());

    // List.of is immutable; Error Prone knows that only of Guava's lists.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Reach> reaches;

    private final String key;
    private final long bit;

    // The bits live in memory only, as EnumSet's do; what is stored is the key.
    @SuppressWarnings("EnumOrdinal")
    RosterPermission(Reach owner, Reach manager, Reach admin, Reach viewer, Reach annotator) {
        this.reaches = List.of(owner, manager, admin, viewer, annotator);
        this.bit = 1L << ordinal();
        int action = name().lastIndexOf('_');
        this.key = (name().substring(0, action).replace('_', '-') + ":" + name().substring(action + 1))
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return key;
    }

    public Reach reachOf(PredefinedRole role) {
        return reaches.get(role.column());
    }

    /** Its place in a {@link PermissionSet}; there is room for 64. */
    long bit() {
        return bit;
    }

    @Override
    public boolean isInstanceWide() {
        return compareTo(WORKSPACE_DELETE) <= 0;
    }

    @Override
    public boolean isAdministrative() {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> !role.administers())
                .allMatch(role -> reachOf(role) == NOWHERE);
    }

    @Override
    public String toString() {
        return key;
    }
}
