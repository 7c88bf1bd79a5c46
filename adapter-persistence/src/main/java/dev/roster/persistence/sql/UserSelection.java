package dev.roster.persistence.sql;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows, and how its pages are found. Where an index knows that a condition leaves few users, those are
 * sorted. Otherwise a page walks along the index of its order and asks each row: of many there are soon enough that pass. So
 * neither way costs more where there are more users.
 */
final class UserSelection {
    /** When a user was seen, to the second, and their number behind it, as {@link UserOrder#position} has it. */
    static final String SEEN = """
            CASE
                WHEN coalesce(users.last_activity_at, users.created_at) < 0 THEN 0
                WHEN coalesce(users.last_activity_at, users.created_at) >= 4294967295000000 THEN 4294967295
                ELSE coalesce(users.last_activity_at, users.created_at) / 1000000
            END * 2147483648 + users.number""";

    private static final int FEW = 1_000;
    private static final Set<UserOrder> BY_NUMBER = EnumSet.of(UserOrder.OLDEST, UserOrder.NEWEST);
    private static final Set<UserOrder> BY_SIGHT = EnumSet.of(UserOrder.ACTIVE, UserOrder.DORMANT);

    /**
     * A condition.
     *
     * @param byIndex what an index may answer
     * @param byRow the same in words that no index answers
     * @param numbers a query of the users who may meet it, or null where no index finds them
     * @param orders those whose index answers it, too
     * @param values what the row is compared with
     * @param sought what the query of numbers names
     */
    private record Part(
            String byIndex,
            String byRow,
            @Nullable String numbers,
            Set<UserOrder> orders,
            Map<String, Object> values,
            Map<String, Object> sought) {
        static Part ofRow(String sql, Map<String, Object> values) {
            return new Part(sql, sql, null, Set.of(), values, Map.of());
        }

        static Part ofColumn(String column, String value, Set<UserOrder> orders, Map<String, Object> values) {
            String condition = "users." + column + " = " + value;
            String numbers = "SELECT users.number FROM users WHERE " + condition;
            return new Part(condition, "users." + column + " || '' = " + value, numbers, orders, values, values);
        }
    }

    private final Dialect dialect;
    private final UserOrder order;
    private final List<Part> parts = new ArrayList<>();

    UserSelection(Dialect dialect, UserOrder order) {
        this.dialect = dialect;
        this.order = order;
    }

    /** A condition that no index helps with. */
    UserSelection with(String condition) {
        parts.add(Part.ofRow(condition, Map.of()));
        return this;
    }

    UserSelection with(String condition, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(Part.ofRow(condition, Map.of(name, value)));
        }
        return this;
    }

    /** From three letters on an index may find the text. */
    UserSelection withText(@Nullable String text) {
        String pattern = Containing.part(text);
        if (text == null || pattern == null) {
            return this;
        }
        String like = "users.search_key LIKE :text" + Containing.ESCAPED;
        String trigrams = Containing.trigrams(text);
        String searching = trigrams.isEmpty() ? null : dialect.searching();
        Map<String, Object> values = Map.of("text", pattern);
        parts.add(
                searching == null
                        ? Part.ofRow(like, values)
                        : new Part(
                                "users.number IN (" + searching + ") AND " + like,
                                like,
                                searching,
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
        EnumSet.complementOf(EnumSet.copyOf(wanted)).forEach(other -> with("users.status <> '" + other.word() + "'"));
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
                    BY_SIGHT,
                    values,
                    values));
        }
        return this;
    }

    /** Members of at least one of those places, which are at least one. */
    UserSelection in(Set<Place> places) {
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
        parts.add(new Part(
                "users.number IN (" + numbers + ")",
                "coalesce(" + members + ", FALSE)",
                numbers,
                Set.of(),
                values,
                values));
        return this;
    }

    private static String each(
            Map<MemberTable, List<String>> names, BiFunction<MemberTable, String, String> sql, String between) {
        return names.entrySet().stream()
                .map(entry -> sql.apply(entry.getKey(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining(between));
    }

    /** What a count asks. */
    Conditions counted() {
        Conditions conditions = new Conditions();
        for (Part part : parts) {
            bind(bind(conditions.and(part.byIndex()), part.values()), part.sought());
        }
        return conditions;
    }

    /** What is asked of each row by itself. */
    Conditions asked() {
        Conditions conditions = new Conditions();
        for (Part part : parts) {
            boolean natural = part.orders().contains(order);
            bind(conditions.and(natural ? part.byIndex() : part.byRow()), part.values());
        }
        return conditions;
    }

    /** What finds a page, in a transaction that reads it. */
    Conditions page(Handle handle, PageRequest page) {
        Part few = parts.stream()
                .filter(part -> !part.orders().contains(order))
                .filter(part -> isFew(handle, part))
                .findFirst()
                .orElse(null);
        return after(handle, few == null ? asked() : sorted(few), page);
    }

    private Conditions sorted(Part few) {
        Conditions conditions = bind(new Conditions().and("users.number IN (" + few.numbers() + ")"), few.sought());
        parts.forEach(part -> bind(conditions.and(part.byRow()), part.values()));
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
        long after = page.after();
        long before = after == 0 ? Long.MAX_VALUE : after;
        return switch (order) {
            case OLDEST -> conditions.and("users.number > :after", "after", after);
            case NEWEST -> conditions.and("users.number < :after", "after", before);
            case DORMANT -> conditions.and(SEEN + " > :after", "after", after);
            case ACTIVE -> conditions.and(SEEN + " < :after", "after", before);
            case USERNAME -> {
                String name = "users.username_key" + dialect.byCodePoints();
                yield conditions
                        .and(name + " >= :name AND (" + name + " > :name OR users.number > :after)", "after", after)
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
        String by = switch (order) {
            case OLDEST -> "users.number";
            case NEWEST -> "users.number DESC";
            case DORMANT -> SEEN;
            case ACTIVE -> SEEN + " DESC";
            case USERNAME -> "users.username_key" + dialect.byCodePoints() + ", users.number";
        };
        return " ORDER BY " + by + " LIMIT :most";
    }
}
