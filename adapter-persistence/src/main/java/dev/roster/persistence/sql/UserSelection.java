package dev.roster.persistence.sql;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships.Standings;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows, and how its pages are found. Where an index knows that a condition leaves few users, those are
 * sorted. Otherwise a page walks along the index of its order and asks each row: of many there are soon enough that pass. The
 * members of places have indexes of their own in most orders. So no way costs more where there are more users.
 */
final class UserSelection {
    /** When a user was seen, to the second, and their number behind it, as {@link UserOrder#position} has it. */
    static final String SEEN = """
            CASE
                WHEN coalesce(users.last_activity_at, users.created_at) < 0 THEN 0
                WHEN coalesce(users.last_activity_at, users.created_at) >= 4294967295000000 THEN 4294967295
                ELSE coalesce(users.last_activity_at, users.created_at) / 1000000
            END * 2147483648 + users.number""";

    /** SQLite takes up to 500 queries as one. */
    static final int MOST_PLACES = 100;

    private static final int FEW = 1_000;
    private static final Set<UserOrder> BY_NUMBER = EnumSet.of(UserOrder.OLDEST, UserOrder.NEWEST);
    private static final Set<UserOrder> BY_SIGHT = EnumSet.of(UserOrder.ACTIVE, UserOrder.DORMANT);

    /** What the number and the name of a user are called, in the table of users or where their memberships repeat them. */
    private record Columns(String number, String name) {}

    private static final Columns USERS = new Columns("users.number", "users.username_key");
    private static final Columns MEMBERS = new Columns(MemberTable.NUMBER, MemberTable.NAME);

    /**
     * A condition.
     *
     * @param byIndex what an index may answer
     * @param byRow the same in words that no index answers
     * @param numbers a query of the users who may meet it, or null where no index finds them
     * @param members the same of the row of a membership, or null where it does not know
     * @param orders those whose index answers it, too
     * @param values what the row is compared with
     * @param sought what the query of numbers names
     */
    private record Part(
            String byIndex,
            String byRow,
            @Nullable String numbers,
            @Nullable String members,
            Set<UserOrder> orders,
            Map<String, Object> values,
            Map<String, Object> sought) {
        static Part ofRow(String sql, Map<String, Object> values) {
            return new Part(sql, sql, null, null, Set.of(), values, Map.of());
        }

        static Part ofColumn(String column, String value, Set<UserOrder> orders, Map<String, Object> values) {
            String condition = "users." + column + " = " + value;
            String numbers = "SELECT users.number FROM users WHERE " + condition;
            return new Part(condition, "users." + column + " || '' = " + value, numbers, null, orders, values, values);
        }

        Part knownToMembers(String condition) {
            return new Part(byIndex, byRow, numbers, condition, orders, values, sought);
        }
    }

    private final Dialect dialect;
    private final UserOrder order;
    private final List<Part> parts = new ArrayList<>();
    /** The statuses that are left out. */
    private final Set<UserStatus> others = EnumSet.noneOf(UserStatus.class);

    private List<Place> places = List.of();
    private @Nullable Part placed;
    private boolean searching;

    UserSelection(Dialect dialect, UserOrder order) {
        this.dialect = dialect;
        this.order = order;
    }

    /** A condition that no index helps with. */
    UserSelection with(String condition, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(Part.ofRow(condition, Map.of(name, value)));
        }
        return this;
    }

    UserSelection ofKind(@Nullable UserKind kind) {
        if (kind != null) {
            String word = "'" + kind.word() + "'";
            parts.add(Part.ofColumn("kind", word, BY_NUMBER, Map.of()).knownToMembers(MemberTable.KIND + " = " + word));
        }
        return this;
    }

    /** The query of a page or a count under some conditions of this selection. */
    Query query(Handle handle, String sql, Conditions conditions) {
        if (searching) {
            dialect.planForValues(handle);
        }
        return conditions.bindTo(handle.createQuery(sql));
    }

    /** From three letters on an index may find the text. */
    UserSelection withText(@Nullable String text) {
        String pattern = Containing.part(text);
        if (text == null || pattern == null) {
            return this;
        }
        searching = true;
        String like = "users.search_key LIKE :text" + Containing.ESCAPED;
        String trigrams = Containing.trigrams(text);
        String found = trigrams.isEmpty() ? null : dialect.searching();
        Map<String, Object> values = Map.of("text", pattern);
        parts.add(
                found == null
                        ? Part.ofRow(like, values)
                        : new Part(
                                "users.number IN (" + found + ") AND " + like,
                                like,
                                found,
                                null,
                                Set.of(),
                                values,
                                Map.of("trigrams", trigrams)));
        return this;
    }

    UserSelection withRole(@Nullable RoleId role) {
        if (role != null) {
            parts.add(Part.ofColumn("role_id", ":role", BY_NUMBER, Map.of("role", role)));
        }
        return this;
    }

    /** A maker has few. */
    UserSelection madeBy(@Nullable UserId maker) {
        if (maker != null) {
            parts.add(Part.ofColumn("maker_id", ":maker", Set.of(), Map.of("maker", maker)));
        }
        return this;
    }

    /** Several by leaving out the others, so that no index on the status takes the list out of its order. */
    UserSelection withStatuses(Set<UserStatus> wanted) {
        if (wanted.size() == 1) {
            String word = "'" + wanted.iterator().next().word() + "'";
            parts.add(Part.ofColumn("status", word, BY_NUMBER, Map.of()));
            return this;
        }
        others.addAll(EnumSet.complementOf(EnumSet.copyOf(wanted)));
        return this;
    }

    UserSelection unseenSince(@Nullable Instant instant) {
        if (instant != null) {
            String condition = SEEN + " < :unseen";
            Map<String, Object> values = Map.of("unseen", UserOrder.seenBefore(instant));
            parts.add(new Part(
                    condition,
                    "0 + " + condition,
                    "SELECT users.number FROM users WHERE " + condition,
                    null,
                    BY_SIGHT,
                    values,
                    values));
        }
        return this;
    }

    /** What they are in the organization of which they are members; null for anything. */
    UserSelection standing(OrganizationId organization, @Nullable Standings wanted) {
        if (wanted != null) {
            StandingColumns columns = new StandingColumns(organization, wanted);
            String condition = columns.condition();
            Map<String, Object> values = columns.values();
            parts.add(new Part(condition, condition, columns.numbers(), null, Set.of(), values, values));
        }
        return this;
    }

    /** Members of at least one of those places, which are at least one. */
    UserSelection in(Collection<Place> wanted) {
        places = List.copyOf(wanted);
        Map<MemberTable, List<String>> names = new EnumMap<>(MemberTable.class);
        Map<String, Object> values = new HashMap<>();
        for (Place place : places) {
            String name = "place" + values.size();
            values.put(name, place.id());
            names.computeIfAbsent(MemberTable.of(place), kind -> new ArrayList<>())
                    .add(":" + name);
        }
        String members = each(names, (table, of) -> "(" + table.isMember(of) + ")", ", ");
        String numbers = each(names, MemberTable::numbers, " UNION ");
        placed = new Part(
                "users.number IN (" + numbers + ")",
                "coalesce(" + members + ", FALSE)",
                numbers,
                null,
                Set.of(),
                values,
                values);
        parts.add(placed);
        return this;
    }

    private static String each(
            Map<MemberTable, List<String>> names, BiFunction<MemberTable, String, String> sql, String between) {
        return names.entrySet().stream()
                .map(entry -> sql.apply(entry.getKey(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining(between));
    }

    /** How many there are, in a transaction that reads it. */
    long count(Handle handle) {
        Part few = isOfOneIndex() ? null : few(handle, part -> true);
        if (few == null && (isOfOneIndex() || isKnownToMembers())) {
            String left = others.isEmpty()
                    ? ""
                    : " - (SELECT count(*) FROM users" + withOthers().where() + ")";
            return count(handle, "SELECT count(*)" + left + " FROM " + counted(), asked(firstWithIndex()));
        }
        Conditions asked = few == null ? asked(firstWithIndex()) : sorted(few);
        return count(handle, "SELECT count(*) FROM users" + asked.where(), asked);
    }

    private long count(Handle handle, String sql, Conditions bound) {
        return query(handle, sql, bound).mapTo(Long.class).one();
    }

    private @Nullable Part firstWithIndex() {
        return parts.stream().filter(part -> part.numbers() != null).findFirst().orElse(null);
    }

    /** All with one condition are counted in its index, and those of other statuses taken off. */
    private boolean isOfOneIndex() {
        return placed == null
                && (parts.isEmpty() || (parts.size() == 1 && parts.get(0).numbers() != null));
    }

    private boolean isKnownToMembers() {
        return places.size() == 1 && parts.stream().allMatch(part -> part.equals(placed) || part.members() != null);
    }

    private String counted() {
        if (placed == null) {
            return "users" + asked(firstWithIndex(), Set.of()).where();
        }
        return MemberTable.of(places.get(0)).counted(":place0", knownToMembers().more());
    }

    private Conditions knownToMembers() {
        Conditions members = new Conditions();
        parts.stream().map(Part::members).filter(Objects::nonNull).forEach(members::and);
        return members;
    }

    private Conditions withOthers() {
        String words = others.stream().map(other -> "'" + other.word() + "'").collect(Collectors.joining(", "));
        Conditions conditions = new Conditions().and("users.status IN (" + words + ")");
        parts.forEach(part -> conditions.and(part.byRow()));
        return conditions;
    }

    /** @param leading what an index is to answer; all else is asked of each row by itself */
    private Conditions asked(@Nullable Part leading) {
        return asked(leading, others);
    }

    private Conditions asked(@Nullable Part leading, Set<UserStatus> without) {
        Conditions conditions = bind(new Conditions(), parts);
        if (leading != null) {
            bind(conditions, leading.sought());
        }
        parts.forEach(part -> conditions.and(part.equals(leading) ? part.byIndex() : part.byRow()));
        without.forEach(other -> conditions.and("users.status <> '" + other.word() + "'"));
        return conditions;
    }

    /** What finds a page, in a transaction that reads it. */
    Conditions page(Handle handle, PageRequest page) {
        List<Part> natural = parts.stream()
                .filter(part -> placed == null && part.orders().contains(order))
                .toList();
        Part few = few(handle, part -> !part.equals(placed) && !(natural.size() == 1 && natural.contains(part)));
        if (few == null && !places.isEmpty() && places.size() <= MOST_PLACES && !BY_SIGHT.contains(order)) {
            return firstIn(handle, page);
        }
        if (few == null) {
            few = few(handle, part -> part.equals(placed));
        }
        if (few == null || natural.contains(few)) {
            Part leading = few == null && !natural.isEmpty() ? natural.get(0) : few;
            return after(handle, asked(leading), page);
        }
        return after(handle, sorted(few), page);
    }

    /** Each place gives its first members, as its index has them; of these the first are the page. */
    private Conditions firstIn(Handle handle, PageRequest page) {
        Conditions rows = new Conditions();
        parts.stream()
                .filter(part -> !part.equals(placed) && part.members() == null)
                .forEach(part -> rows.and(part.byRow()));
        others.forEach(other -> rows.and("users.status <> '" + other.word() + "'"));
        Conditions after = after(handle, knownToMembers(), page, MEMBERS);
        String first = IntStream.range(0, places.size())
                .mapToObj(index -> MemberTable.of(places.get(index))
                        .people(":place" + index, "part" + index, rows.where(), after.more(), inOrder(MEMBERS)))
                .collect(Collectors.joining(" UNION "));
        return bind(new Conditions().bind(after), parts).and("users.number IN (" + first + ")");
    }

    private @Nullable Part few(Handle handle, Predicate<Part> among) {
        return parts.stream()
                .filter(among)
                .filter(part -> isFew(handle, part))
                .findFirst()
                .orElse(null);
    }

    private Conditions sorted(Part few) {
        Conditions conditions = bind(asked(null), few.sought());
        return conditions.and("users.number IN (" + few.numbers() + ")");
    }

    private static Conditions bind(Conditions conditions, List<Part> parts) {
        parts.forEach(part -> bind(conditions, part.values()));
        return conditions;
    }

    private static Conditions bind(Conditions conditions, Map<String, Object> values) {
        values.forEach(conditions::bind);
        return conditions;
    }

    private static boolean isFew(Handle handle, Part part) {
        if (part.numbers() == null) {
            return false;
        }
        String sql = "SELECT count(*) FROM (SELECT found.number FROM (" + part.numbers() + ") AS found LIMIT "
                + (FEW + 1) + ") AS part";
        return bind(new Conditions(), part.sought())
                        .bindTo(handle.createQuery(sql))
                        .mapTo(Long.class)
                        .one()
                <= FEW;
    }

    private Conditions after(Handle handle, Conditions conditions, PageRequest page) {
        return after(handle, conditions, page, USERS);
    }

    private Conditions after(Handle handle, Conditions conditions, PageRequest page, Columns columns) {
        long after = page.after();
        long before = after == 0 ? Long.MAX_VALUE : after;
        return switch (order) {
            case OLDEST -> conditions.and(columns.number() + " > :after", "after", after);
            case NEWEST -> conditions.and(columns.number() + " < :after", "after", before);
            case DORMANT -> conditions.and(SEEN + " > :after", "after", after);
            case ACTIVE -> conditions.and(SEEN + " < :after", "after", before);
            case USERNAME -> {
                String name = columns.name() + dialect.byCodePoints();
                yield conditions
                        .and(
                                name + " >= :name AND (" + name + " > :name OR " + columns.number() + " > :after)",
                                "after",
                                after)
                        .bind("name", after == 0 ? "" : name(handle, after));
            }
        };
    }

    /** As the user is called now who was last on the page before. */
    private static String name(Handle handle, long number) {
        return handle.createQuery("SELECT username_key FROM users WHERE number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    String inOrder() {
        return inOrder(USERS);
    }

    /** The same of a page by its number, for whose end {@link #page} has to look. */
    String numbered() {
        return sorted(USERS) + " LIMIT :size OFFSET :before";
    }

    private String inOrder(Columns columns) {
        return sorted(columns) + " LIMIT :most";
    }

    private String sorted(Columns columns) {
        String by = switch (order) {
            case OLDEST -> columns.number();
            case NEWEST -> columns.number() + " DESC";
            case DORMANT -> SEEN;
            case ACTIVE -> SEEN + " DESC";
            case USERNAME -> columns.name() + dialect.byCodePoints() + ", " + columns.number();
        };
        return " ORDER BY " + by;
    }
}
