package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all lists in memory have in common. */
final class Pages {
    private Pages() {}

    static <T> Page<T> of(Stream<T> all, PageRequest page, ToLongFunction<T> number) {
        return Page.of(
                all.filter(item -> number.applyAsLong(item) > page.after())
                        .sorted(Comparator.comparingLong(number))
                        .limit(page.limit() + 1L)
                        .toList(),
                page,
                number);
    }

    /** A page of users or of what belongs to them, in an order of users. */
    static <T> Page<T> ofUsers(Stream<T> all, UserOrder order, PageRequest page, Function<T, User> user) {
        List<T> sorted = all.sorted(Comparator.comparing(user, sorting(order))).toList();
        List<T> following = sorted.stream()
                .dropWhile(item -> isSeen(sorted, order, page, user, item))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(following, page, item -> order.position(user.apply(item)));
    }

    /** Whether an item was on the page before, of which the position of the last item is known. */
    private static <T> boolean isSeen(
            List<T> sorted, UserOrder order, PageRequest page, Function<T, User> user, T item) {
        long position = order.position(user.apply(item));
        return switch (order) {
            case OLDEST, DORMANT -> position <= page.after();
            case NEWEST, ACTIVE -> page.after() != 0 && position >= page.after();
            case USERNAME ->
                sorted.stream()
                        .map(user)
                        .filter(last -> last.number() == page.after())
                        .anyMatch(last -> sorting(order).compare(user.apply(item), last) <= 0);
        };
    }

    private static Comparator<User> sorting(UserOrder order) {
        return switch (order) {
            case OLDEST -> Comparator.comparingLong(User::number);
            case NEWEST -> Comparator.comparingLong(User::number).reversed();
            case DORMANT -> Comparator.comparingLong(order::position);
            case ACTIVE -> Comparator.<User>comparingLong(order::position).reversed();
            case USERNAME ->
                Comparator.<User, byte[]>comparing(
                                user -> user.username().key().value().getBytes(StandardCharsets.UTF_8),
                                Arrays::compareUnsigned)
                        .thenComparingLong(User::number);
        };
    }

    /** Whether a name holds a part, without regard to case; every name holds null. */
    static boolean contains(String name, @Nullable String part) {
        return part == null
                || NameKey.of(name).value().contains(NameKey.of(part).value());
    }
}
