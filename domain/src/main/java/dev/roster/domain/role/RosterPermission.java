package dev.roster.domain.role;

import static dev.roster.domain.role.Reach.ASSIGNED;
import static dev.roster.domain.role.Reach.EVERYWHERE;
import static dev.roster.domain.role.Reach.NOWHERE;
import static dev.roster.domain.role.Reach.ORGANIZATIONS;
import static dev.roster.domain.role.Reach.WITHIN;
import static dev.roster.domain.role.Scope.DATASET;
import static dev.roster.domain.role.Scope.NO_PLACE;
import static dev.roster.domain.role.Scope.ORGANIZATION;
import static dev.roster.domain.role.Scope.ORGANIZATION_AND_WORKSPACE;
import static dev.roster.domain.role.Scope.PLACE;
import static dev.roster.domain.role.Scope.ROLE;
import static dev.roster.domain.role.Scope.USER;
import static dev.roster.domain.role.Scope.WORKSPACE;
import static dev.roster.domain.role.Scope.WORKSPACE_AND_DATASET;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Roster's own permissions, what each applies to, and how far each predefined role reaches with it: the table in
 * docs/permissions.md.
 */
public enum RosterPermission implements Permission {
    // spotless:off
    //                      about                       owner       manager        admin    member   reviewer viewer   annotator
    INSTANCE_CONFIGURE     (NO_PLACE,                   EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    AUDIT_READ             (NO_PLACE,                   EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_CREATE            (USER,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_READ              (USER,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_UPDATE            (USER,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    USER_DELETE            (USER,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_CREATE            (ROLE,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_READ              (ROLE,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_UPDATE            (ROLE,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ROLE_DELETE            (ROLE,                       EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_CREATE    (NO_PLACE,                   EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_DELETE    (ORGANIZATION,               EVERYWHERE, NOWHERE,       NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_CREATE       (ORGANIZATION,               EVERYWHERE, ORGANIZATIONS, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_DELETE       (WORKSPACE,                  EVERYWHERE, ORGANIZATIONS, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    ORGANIZATION_READ      (ORGANIZATION,               EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  WITHIN,  WITHIN),
    ORGANIZATION_UPDATE    (ORGANIZATION,               EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    WORKSPACE_READ         (WORKSPACE,                  EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  WITHIN,  WITHIN),
    WORKSPACE_UPDATE       (WORKSPACE,                  EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    MEMBER_READ            (PLACE,                      EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    MEMBER_REMOVE          (ORGANIZATION_AND_WORKSPACE, EVERYWHERE, WITHIN,        WITHIN,  NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    MEMBER_ADD             (ORGANIZATION_AND_WORKSPACE, EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    MEMBER_UPDATE          (ORGANIZATION_AND_WORKSPACE, EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    GRANT_CREATE           (WORKSPACE_AND_DATASET,      EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    GRANT_READ             (WORKSPACE_AND_DATASET,      EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    GRANT_DELETE           (WORKSPACE_AND_DATASET,      EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_CREATE     (WORKSPACE,                  EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_READ       (WORKSPACE,                  EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    SERVICE_KEY_REVOKE     (WORKSPACE,                  EVERYWHERE, WITHIN,        NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    DATASET_READ           (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  WITHIN,  ASSIGNED),
    DATASET_CREATE         (WORKSPACE,                  EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    DATASET_UPDATE         (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    DATASET_DELETE         (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  NOWHERE, NOWHERE, NOWHERE),
    DATASET_ASSIGN         (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    DATASET_RESTRICT       (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  NOWHERE, NOWHERE, NOWHERE, NOWHERE),
    DATASET_ANNOTATE       (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  NOWHERE, ASSIGNED),
    DATASET_REVIEW         (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  NOWHERE, NOWHERE),
    FEEDBACK_CREATE        (DATASET,                    EVERYWHERE, WITHIN,        WITHIN,  WITHIN,  WITHIN,  NOWHERE, ASSIGNED);
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

    private final Scope scope;
    private final String key;
    private final long bit;

    // The bits live in memory only, as EnumSet's do; what is stored is the key.
    @SuppressWarnings("EnumOrdinal")
    RosterPermission(Scope scope, Reach... reaches) {
        this.scope = scope;
        this.reaches = List.of(reaches);
        this.bit = 1L << ordinal();
        int action = name().lastIndexOf('_');
        this.key = (name().substring(0, action).replace('_', '-') + ":" + name().substring(action + 1))
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Scope scope() {
        return scope;
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
    public String toString() {
        return key;
    }
}
