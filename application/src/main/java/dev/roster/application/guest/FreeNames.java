package dev.roster.application.guest;

import dev.roster.application.port.WholeStore;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Numbered usernames that no user has. */
final class FreeNames {
    private static final int AT_ONCE = 500;

    /** How often a step doubles at most: further than users are numbered. */
    private static final int DOUBLINGS = 32;

    private final WholeStore store;

    @Inject
    FreeNames(WholeStore store) {
        this.store = store;
    }

    /**
     * The lowest ones. After {@value #AT_ONCE} in a row that are taken, it looks further in longer and longer steps and leaves
     * out what is free in between, so that a hundred thousand guests cost a dozen questions.
     */
    List<Username> after(CreateGuests.Numbered wanted) {
        List<Username> free = new ArrayList<>();
        long first = 1;
        while (free.size() < wanted.count()) {
            List<Username> some = named(wanted.prefix(), LongStream.range(first, first + AT_ONCE));
            Set<NameKey> taken = taken(some);
            some.stream()
                    .filter(name -> !taken.contains(name.key()))
                    .limit(wanted.count() - (long) free.size())
                    .forEach(free::add);
            long last = first + AT_ONCE - 1;
            first = 1 + (taken.size() < AT_ONCE ? last : endOfRun(wanted.prefix(), last));
        }
        return free;
    }

    /** A number that is taken, less than a step before one that is free. */
    private long endOfRun(String prefix, long taken) {
        long end = taken;
        long step = longestTaken(prefix, end);
        while (step > 0) {
            end += step;
            step = longestTaken(prefix, end);
        }
        return end;
    }

    /** The longest step from there before the first that leads to a free one; 0 where the shortest does already. */
    private long longestTaken(String prefix, long from) {
        List<Username> ahead = named(prefix, steps().map(step -> from + step));
        Set<NameKey> taken = taken(ahead);
        long many = ahead.stream().takeWhile(name -> taken.contains(name.key())).count();
        return many == 0 ? 0 : (long) AT_ONCE << (many - 1);
    }

    private static LongStream steps() {
        return LongStream.range(0, DOUBLINGS).map(times -> (long) AT_ONCE << times);
    }

    private Set<NameKey> taken(List<Username> names) {
        return store.takenLogins(names.stream().map(Username::key).collect(Collectors.toSet()));
    }

    private static List<Username> named(String prefix, LongStream numbers) {
        return numbers.mapToObj(number -> new Username(prefix + "-" + number)).toList();
    }
}
