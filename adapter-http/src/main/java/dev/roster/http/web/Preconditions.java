package dev.roster.http.web;

import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the {@code If-Match} and {@code If-None-Match} of changes (RFC 9110 §13). Compares them with what {@code GET}
 * shows at the same path to the same caller, in the transaction of the change.
 */
public final class Preconditions {
    private static final String MATCH = "If-Match";
    private static final String NONE_MATCH = "If-None-Match";
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

    private final Transactions transactions;

    @Inject
    Preconditions(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs the action, under the conditions of the request if it makes any.
     *
     * @param representation what {@code GET} shows at the path, or null where nothing with a tag is shown
     */
    public void run(Call call, Action action, @Nullable Representation representation) {
        HttpServletRequest request = call.context().req();
        Optional<EntityTagList> match = Optional.empty();
        Optional<EntityTagList> noneMatch = Optional.empty();
        if (CHANGING.contains(request.getMethod())) {
            match = read(request, MATCH);
            noneMatch = read(request, NONE_MATCH);
        }
        if (match.isEmpty() && noneMatch.isEmpty()) {
            action.handle(call);
        } else {
            Condition condition = new Condition(match.orElse(null), noneMatch.orElse(null));
            transactions.provided(() -> condition.holds(call, representation), () -> {
                action.handle(call);
                return true;
            });
        }
    }

    /** Whether the client of a {@code GET} has this very thing already. A header that cannot be read says no. */
    static boolean hasSeen(HttpServletRequest request, Shown shown) {
        try {
            return read(request, NONE_MATCH)
                    .filter(seen -> Condition.isAmong(seen, shown))
                    .isPresent();
        } catch (RefusedException unreadable) {
            return false;
        }
    }

    private static Optional<EntityTagList> read(HttpServletRequest request, String header) {
        return EntityTagList.read(header, Collections.list(request.getHeaders(header)));
    }

    private record Condition(
            @Nullable EntityTagList match, @Nullable EntityTagList noneMatch) {

        boolean holds(Call call, @Nullable Representation representation) {
            if (representation == null) {
                return holdsWithoutTag();
            }
            Shown shown = shown(call, representation);
            return (match == null || matches(match, shown)) && (noneMatch == null || !isAmong(noneMatch, shown));
        }

        /** No tag can fit what has none. Whether the thing is there at all, the use case finds out by itself. */
        private boolean holdsWithoutTag() {
            return (match == null || match.isAny()) && (noneMatch == null || !noneMatch.isAny());
        }

        /** Null where there is nothing to show, or not to this caller: what one cannot see one cannot name. */
        private static @Nullable Shown shown(Call call, Representation representation) {
            try {
                return representation.of(call);
            } catch (RefusedException hidden) {
                return null;
            }
        }

        private static boolean matches(EntityTagList wanted, @Nullable Shown shown) {
            return shown != null && (wanted.isAny() ? shown.kept() : wanted.holdsStrongly(shown.tag()::isOfSameState));
        }

        private static boolean isAmong(EntityTagList unwanted, @Nullable Shown shown) {
            return shown != null && (unwanted.isAny() ? shown.kept() : unwanted.holdsWeakly(shown.tag()));
        }
    }
}
