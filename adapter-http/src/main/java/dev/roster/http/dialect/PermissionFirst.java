package dev.roster.http.dialect;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The order of platforms that check permission before they look: callers who may not do it to anything at all do not learn
 * what exists.
 */
public final class PermissionFirst {
    private final Decide decide;

    @Inject
    PermissionFirst(Decide decide) {
        this.decide = decide;
    }

    /** @throws RefusedException FORBIDDEN, where the caller may not do that everywhere */
    public void requireEverywhere(Caller caller, RosterPermission permission) {
        Decide.Question question = new Decide.Question(permission, Target.Ref.instance());
        if (!decide.handle(caller, Decide.Query.own(List.of(question))).get(0).isAllowed()) {
            throw RefusedException.forbidden("not allowed everywhere");
        }
    }

    /**
     * Runs work that looks first.
     *
     * @param missing the answer if the thing does not exist, for callers who may know that
     * @throws RefusedException FORBIDDEN instead, to all others
     */
    public <T> T orElse(
            Caller caller,
            RosterPermission permission,
            Supplier<T> work,
            Function<RefusedException, RuntimeException> missing) {
        return Translated.on(RefusedException.Kind.NOT_FOUND, work, refusal -> {
            requireEverywhere(caller, permission);
            return missing.apply(refusal);
        });
    }
}
