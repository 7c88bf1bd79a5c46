package dev.roster.application.role;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.access.Target;
import dev.roster.domain.access.Target.Kind;
import dev.roster.domain.role.Role;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Asks about guests, and about each place where a role is held, however many there are and however many users hold it there. */
final class RolePlaces {
    private final AccessGuard guard;
    private final Roles roles;

    @Inject
    RolePlaces(AccessGuard guard, Roles roles) {
        this.guard = guard;
        this.roles = roles;
    }

    /**
     * To be asked before the one role takes the other's place, or the same role becomes another.
     *
     * @throws RefusedException FORBIDDEN where the caller holds less than the one administers, or than the other gives; CONFLICT
     *     naming {@code role} where guests would get a right on the whole instance
     */
    void requireToReplace(Caller caller, Role before, Role after) {
        mustSuitGuests(before, after);
        if (guard.isOwner(caller)) {
            return;
        }
        Consumer<Holding> question = guard.replacing(caller, after);
        if (roles.uses(before.id()).accounts() > 0) {
            question.accept(new Holding(Source.ACCOUNT, before, Target.instance()));
        }
        ask(before, Source.INHERITED, Kind.ORGANIZATION, question);
        ask(before, Source.INHERITED, Kind.WORKSPACE, question);
        ask(before, Source.MEMBERSHIP, Kind.ORGANIZATION, question);
        ask(before, Source.MEMBERSHIP, Kind.WORKSPACE, question);
        ask(before, Source.GRANT, Kind.WORKSPACE, question);
        ask(before, Source.GRANT, Kind.DATASET, question);
    }

    private void mustSuitGuests(Role before, Role after) {
        if (after.holdsAnyInstanceWide() && roles.isHeldByGuests(before.id())) {
            throw RefusedException.conflict(
                    "role",
                    "guests have the account role `" + before.name()
                            + "` and cannot get rights on the whole instance, give them another role first");
        }
    }

    private void ask(Role role, Source source, Kind kind, Consumer<Holding> question) {
        Pages.each(
                page -> roles.places(role.id(), source, kind, page),
                place -> question.accept(new Holding(source, role, place)));
    }
}
