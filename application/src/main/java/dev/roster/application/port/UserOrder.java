package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.user.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The orders that lists of users can have. A page of any of them costs what is on it. */
public enum UserOrder {
    /** By number, which is the order of creation. */
    OLDEST("oldest"),
    NEWEST("newest"),
    /** By the username without regard to case, then by number. Who is renamed between two pages may be missed or come again. */
    USERNAME("username"),
    /** Those first who were seen last. */
    ACTIVE("active"),
    /** Those first who were not seen for longest. */
    DORMANT("dormant");

    private static final long LAST_SECOND = 0xFFFF_FFFFL;
    private static final int NUMBER_BITS = 31;

    private final String word;

    UserOrder(String word) {
        this.word = word;
    }

    /** @throws RefusedException INVALID naming {@code sort} */
    public static UserOrder parse(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "sort",
                        "invalid sort " + UserText.quote(word) + ", expected one of "
                                + Arrays.stream(values()).map(UserOrder::word).collect(Collectors.joining(", "))));
    }

    public String word() {
        return word;
    }

    /** Whether it goes by when users were seen. */
    public boolean isBySight() {
        return this == ACTIVE || this == DORMANT;
    }

    /** What {@link dev.roster.application.paging.PageRequest#after()} is for the page that begins behind that user. */
    public long position(User user) {
        return isBySight() ? seenBefore(seenAt(user)) + user.number() : user.number();
    }

    /**
     * When a user was seen last. One who never was counts from the creation of the account, so that nobody is dormant who
     * has just come.
     */
    public static Instant seenAt(User user) {
        return Objects.requireNonNullElse(user.lastActivityAt(), user.createdAt());
    }

    /** The lowest position of all who were seen in that second; those who were seen before it have lower ones. */
    public static long seenBefore(Instant at) {
        return Math.min(Math.max(at.getEpochSecond(), 0), LAST_SECOND) << NUMBER_BITS;
    }
}
