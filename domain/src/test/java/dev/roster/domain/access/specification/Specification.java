package dev.roster.domain.access.specification;

import dev.roster.domain.access.specification.Thing.Kind;
import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of docs/permissions.md, in the order of the page. */
public final class Specification {
    /**
     * The table, typed anew: what each permission is about, then how far owner, manager, admin, member, reviewer,
     * viewer and annotator reach. About: I the instance, U users, R roles, O organizations, W workspaces, D datasets.
     */
    private static final String TABLE = """
            instance:configure   I    E - - - - - -
            audit:read           I    E - - - - - -
            user:create          U    E - - - - - -
            user:read            U    E - - - - - -
            user:update          U    E - - - - - -
            user:delete          U    E - - - - - -
            role:create          R    E - - - - - -
            role:read            R    E - - - - - -
            role:update          R    E - - - - - -
            role:delete          R    E - - - - - -
            organization:create  I    E - - - - - -
            organization:delete  O    E - - - - - -
            workspace:create     O    E O - - - - -
            workspace:delete     W    E O - - - - -
            organization:read    O    E W W W W W W
            organization:update  O    E W - - - - -
            workspace:read       W    E W W W W W W
            workspace:update     W    E W - - - - -
            member:read          OWD  E W W W - - -
            member:remove        OW   E W W - - - -
            member:add           OW   E W - - - - -
            member:update        OW   E W - - - - -
            grant:create         WD   E W - - - - -
            grant:read           WD   E W - - - - -
            grant:delete         WD   E W - - - - -
            service-key:create   W    E W - - - - -
            service-key:read     W    E W - - - - -
            service-key:revoke   W    E W - - - - -
            dataset:read         D    E W W W W W A
            dataset:create       W    E W W W - - -
            dataset:update       D    E W W W - - -
            dataset:delete       D    E W W W - - -
            dataset:assign       D    E W W - - - -
            dataset:restrict     D    E W W - - - -
            dataset:annotate     D    E W W W W - A
            dataset:review       D    E W W W W - -
            feedback:create      D    E W W W W - A
            """;

    /** What registered permissions are about. */
    private static final String REGISTERED = "OWD";

    public static final List<String> PREDEFINED =
            List.of("owner", "manager", "admin", "member", "reviewer", "viewer", "annotator");

    /** The rows of the table down to this one are the instance's. */
    private static final String LAST_OF_THE_INSTANCE = "workspace:delete";

    private record Row(String about, List<String> letters) {}

    private static final Map<String, Row> ROWS = rows();
    public static final List<String> PERMISSIONS =
            TABLE.lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    private static final Set<String> OF_THE_INSTANCE =
            Set.copyOf(PERMISSIONS.subList(0, PERMISSIONS.indexOf(LAST_OF_THE_INSTANCE) + 1));

    private final World world;

    public Specification(World world) {
        this.world = world;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .forEach(cells -> rows.put(cells.get(0), new Row(cells.get(1), cells.subList(2, 9))));
        return rows;
    }

    private static String about(String permission) {
        Row row = ROWS.get(permission);
        return row == null ? REGISTERED : row.about();
    }

    /** Owners hold every registered permission; the other predefined roles what was said when it was registered. */
    private String letter(String role, String permission) {
        Row row = ROWS.get(permission);
        if (row != null) {
            return row.letters().get(PREDEFINED.indexOf(role));
        }
        return role.equals("owner") ? "E" : world.reaches.getOrDefault(new At(role, permission), "-");
    }

    /** A way in which somebody holds a role: {@code account}, {@code inherited}, {@code membership} or {@code grant}. */
    public record Way(String how, String role, String place) {}

    /** The answer to a question. */
    public boolean may(String user, String permission, Thing thing) {
        Account account = world.account(user);
        if (!isActive(user) || !isAskedOn(permission, thing.kind())) {
            return false;
        }
        if (isOneself(user, permission, thing)) {
            return true;
        }
        return mayOnItsOwn(user, permission, thing)
                && (account.maker() == null || may(account.maker(), permission, thing));
    }

    /** Those of somebody and their makers who would not be allowed it by themselves. */
    public List<String> lacking(String user, String permission, Thing thing) {
        List<String> lacking = new ArrayList<>();
        for (String one : world.withMakers(user)) {
            if (isOneself(one, permission, thing)) {
                break;
            }
            if (!mayOnItsOwn(one, permission, thing)) {
                lacking.add(one);
            }
        }
        return lacking;
    }

    /** Users who are invited, deactivated or deleted may do nothing at all; a service account stops with its maker. */
    public boolean isActive(String user) {
        return world.withMakers(user).stream()
                .allMatch(one -> world.account(one).isActive());
    }

    /** A permission is asked on what it is about, or on what such things lie in. */
    public static boolean isAskedOn(String permission, Kind kind) {
        String about = about(permission);
        return switch (kind) {
            case INSTANCE -> true;
            case USER -> about.equals("U");
            case ROLE -> about.equals("R");
            case ORGANIZATION -> about.contains("O") || about.contains("W") || about.contains("D");
            case WORKSPACE -> about.contains("W") || about.contains("D");
            case DATASET -> about.contains("D");
        };
    }

    /** Whether it is about organizations themselves, and not only about what lies in them. */
    public static boolean isAboutOrganizations(String permission) {
        return about(permission).contains("O");
    }

    /** Everyone who is active may see themselves. */
    private static boolean isOneself(String user, String permission, Thing thing) {
        return permission.equals("user:read") && thing.equals(Thing.user(user));
    }

    /** What is held in several ways adds up. */
    public boolean mayOnItsOwn(String user, String permission, Thing thing) {
        return ways(user, thing).stream().anyMatch(way -> gives(way, user, permission, thing));
    }

    /** The roles that somebody holds on the instance and around a thing. */
    public List<Way> ways(String user, Thing thing) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("account", world.account(user).role(), ""));
        addMembership(ways, user, world.organizationOf(thing));
        addMembership(ways, user, world.workspaceOf(thing));
        addGrant(ways, user, world.workspaceOf(thing));
        addGrant(ways, user, thing.kind() == Kind.DATASET ? thing.name() : null);
        return ways;
    }

    private void addMembership(List<Way> ways, String user, @Nullable String place) {
        String role = place == null ? null : world.memberships.get(new At(user, place));
        if (place != null && role != null) {
            ways.add(
                    role.equals(World.NO_ROLE)
                            ? new Way("inherited", world.account(user).role(), place)
                            : new Way("membership", role, place));
        }
    }

    private void addGrant(List<Way> ways, String user, @Nullable String place) {
        String role = place == null ? null : world.grants.get(new At(user, place));
        if (place != null && role != null) {
            ways.add(new Way("grant", role, place));
        }
    }

    /** Whether a role that is held around the thing gives the permission there. */
    public boolean gives(Way way, String user, String permission, Thing thing) {
        if (way.role().equals("owner")) {
            return way.how().equals("account") || reaches(way, permission, thing);
        }
        boolean ownersOnly = permission.equals("user:update") || permission.equals("user:delete");
        if (ownersOnly && isOwner(thing)) {
            return false;
        }
        return holds(way.role(), permission)
                && reaches(way, permission, thing)
                && passesRestriction(way, thing)
                && passesAssignment(way, user, permission, thing);
    }

    private boolean isOwner(Thing thing) {
        return thing.kind() == Kind.USER && world.account(thing.name()).role().equals("owner");
    }

    /** Whether a role holds a permission at all. */
    public boolean holds(String role, String permission) {
        return PREDEFINED.contains(role)
                ? role.equals("owner") || !letter(role, permission).equals("-")
                : Objects.requireNonNull(world.roles.get(role)).permissions().contains(permission);
    }

    private boolean reaches(Way way, String permission, Thing thing) {
        if (isInOrganizationsOnly(way.role(), permission)) {
            return way.how().equals("membership") && world.organizations.contains(way.place());
        }
        if (way.how().equals("account")) {
            return isOfTheInstance(permission);
        }
        if (!world.organizations.contains(way.place())) {
            return true;
        }
        boolean ofOrganizations = thing.kind() == Kind.ORGANIZATION && isAboutOrganizations(permission);
        return ofOrganizations || (way.how().equals("membership") && reachesWorkspaces(way.role()));
    }

    /** What reaches O: where the role is the membership's own in an organization. */
    private boolean isInOrganizationsOnly(String role, String permission) {
        return PREDEFINED.contains(role) && letter(role, permission).equals("O");
    }

    /** The first rows of the table: an account role gives these on the whole instance. */
    public static boolean isOfTheInstance(String permission) {
        return OF_THE_INSTANCE.contains(permission);
    }

    private boolean reachesWorkspaces(String role) {
        Custom custom = world.roles.get(role);
        return custom == null ? role.equals("manager") || role.equals("owner") : custom.reachesWorkspaces();
    }

    /** A restricted dataset is cut off from roles of its workspace and organization, except manager and owner. */
    private boolean passesRestriction(Way way, Thing thing) {
        return thing.kind() != Kind.DATASET
                || !world.data(thing.name()).restricted()
                || way.role().equals("manager")
                || isGrantOn(way, thing);
    }

    /** What reaches A: datasets that are open to their workspace or assigned to the user. */
    private boolean passesAssignment(Way way, String user, String permission, Thing thing) {
        if (!isAssignedOnly(way.role(), permission) || isGrantOn(way, thing)) {
            return true;
        }
        Data dataset = thing.kind() == Kind.DATASET ? world.data(thing.name()) : null;
        return dataset != null && (dataset.open() || world.assignments.contains(new At(user, thing.name())));
    }

    public boolean isAssignedOnly(String role, String permission) {
        Custom custom = world.roles.get(role);
        return custom == null
                ? letter(role, permission).equals("A")
                : custom.assignedOnly().contains(permission);
    }

    /** A grant on a dataset asks neither for an assignment nor whether the dataset is restricted. */
    private static boolean isGrantOn(Way way, Thing dataset) {
        return way.how().equals("grant")
                && dataset.kind() == Kind.DATASET
                && way.place().equals(dataset.name());
    }
}
