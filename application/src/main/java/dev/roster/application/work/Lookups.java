package dev.roster.application.work;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found by name before a use case runs. {@link UnitOfWork} checks it again in the transaction that uses it, so that
 * nothing changes if the name means another thing by then.
 *
 * <p>A name that the change itself gave to another thing, or removed, is not checked again: the rest of the same request is
 * meant for what was found.
 */
@Singleton
public final class Lookups {
    /** Nothing is called so, or too much is. */
    private static final Set<RefusedException.Kind> MEANS_NOTHING =
            EnumSet.of(RefusedException.Kind.NOT_FOUND, RefusedException.Kind.CONFLICT);

    private record Lookup(String thing, String name, Object id, Supplier<?> again) {
        void require() {
            if (!isTheSame()) {
                throw RefusedException.changed(
                        UserText.quote(name) + " no longer names the same " + thing + "; try again");
            }
        }

        private boolean isTheSame() {
            try {
                return id.equals(again.get());
            } catch (RefusedException refused) {
                if (MEANS_NOTHING.contains(refused.kind())) {
                    return false;
                }
                throw refused;
            }
        }

        /** After a change, the caller may no longer be allowed to ask. */
        boolean holds() {
            try {
                return isTheSame();
            } catch (RefusedException refused) {
                return false;
            }
        }
    }

    private static final class Call {
        private List<Lookup> lookups = new ArrayList<>();
        private List<Lookup> afterwards = List.of();
    }

    // One for each store: a program may have several open.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Call> current = new ThreadLocal<>();

    @Inject
    public Lookups() {}

    /** Runs a call that looks names up and then acts on what it found. */
    public <T> T during(Supplier<T> call) {
        if (current.get() != null) {
            throw new IllegalStateException("a call that looks names up is part of another one");
        }
        current.set(new Call());
        try {
            return call.get();
        } finally {
            current.remove();
        }
    }

    /**
     * Looks a name up, now and again before the next change.
     *
     * @param thing what it is a name of, in the words of a refusal
     * @param id what stays the same as long as the name means the same
     * @throws IllegalStateException outside {@link #during}
     */
    public <T> T find(String thing, String name, Supplier<T> look, Function<T, ?> id) {
        Call call = current.get();
        if (call == null) {
            throw new IllegalStateException("a name is looked up outside a call that could ask again");
        }
        T found = look.get();
        call.lookups.add(new Lookup(thing, name, id.apply(found), () -> id.apply(look.get())));
        return found;
    }

    /** The text with the names that were looked up, where it quotes the ids that were found. */
    public String withNames(String text) {
        Call call = current.get();
        String words = text;
        for (Lookup lookup : call == null ? List.<Lookup>of() : call.lookups) {
            words = words.replace(UserText.quote(lookup.id().toString()), UserText.quote(lookup.name()));
        }
        return words;
    }

    /** From here on the call does what is right whatever the names mean, as sending a letter about what it did. */
    public void forget() {
        Call call = current.get();
        if (call != null) {
            call.lookups = new ArrayList<>();
        }
    }

    /**
     * Runs a transaction that asks about each name before its work.
     *
     * @throws RefusedException CHANGED for a name that means another thing by now, or nothing
     */
    <T> T asking(Function<Supplier<T>, T> transaction, Supplier<T> work) {
        Call call = current.get();
        if (call == null) {
            return transaction.apply(work);
        }
        T result = transaction.apply(() -> asking(call, work));
        call.lookups = call.afterwards;
        return result;
    }

    /** Inside the transaction, and so once more in each attempt of one that is repeated. */
    private static <T> T asking(Call call, Supplier<T> work) {
        call.lookups.forEach(Lookup::require);
        T result = work.get();
        call.afterwards =
                new ArrayList<>(call.lookups.stream().filter(Lookup::holds).toList());
        return result;
    }
}
