package dev.roster.application.guest;

import dev.roster.domain.user.UserId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some accounts of guests whose stay is over could not be deleted. It is for a log, and so it names ids and the kind of what went
 * wrong, and leaves out what that says: there may be names in it.
 */
public final class StaysNotEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 10;

    StaysNotEndedException(Set<UserId> failed, RuntimeException first) {
        super(words(failed, first));
        setStackTrace(first.getStackTrace());
    }

    private static String words(Set<UserId> failed, RuntimeException first) {
        String kind = first.getClass().getName();
        return failed.isEmpty()
                ? "accounts of guests were deleted one by one, as they could not be together (" + kind + ")"
                : failed.size() + " accounts of guests could not be deleted (" + kind + "): "
                        + failed.stream().limit(NAMED).map(UserId::toString).collect(Collectors.joining(", "));
    }
}
