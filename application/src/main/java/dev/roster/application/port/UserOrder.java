package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The orders that lists of users can have. A page of any of them costs what is on it. */
public enum UserOrder implements Worded {
    /** By number, which is the order of creation. */
    OLDEST("oldest"),
    NEWEST("newest"),
    /** By username regardless of case, then by number. A user renamed between two pages may be missed or repeated. */
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

    @Override
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
     * When a user was last seen. For an unused account its creation counts, so that new users are not dormant.
     */
    public static Instant seenAt(User user) {
        return Objects.requireNonNullElse(user.lastActivityAt(), user.createdAt());
    }

    /** The lowest position of all who were seen in that second; those who were seen before it have lower ones. */
    public static long seenBefore(Instant at) {
        return Math.min(Math.max(at.getEpochSecond(), 0), LAST_SECOND) << NUMBER_BITS;
    }
}
