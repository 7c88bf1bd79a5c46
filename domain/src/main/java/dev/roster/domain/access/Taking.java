package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.RosterPermission;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether an account may be taken over or cut off, or a role changed where it is held: nobody does that to what
 * administers more than they do there, or than whoever made them does. Daily work does not count, and nothing but roles
 * does: what an account would hold if it were active and nobody had made it.
 */
final class Taking {
    private final Actor asker;
    private final PermissionTable table;

    Taking(Actor asker, PermissionTable table) {
        this.asker = asker;
        this.table = table;
    }

    /**
     * Empty when the asker may take the account over.
     *
     * @param permission what the asker was asked for; only owners do it to an owner
     */
    Optional<Decision> refusalOf(Actor account, Permission permission) {
        Target target = AccessPolicy.asKnownTo(asker, Target.user(account.id(), account.label(), account.isOwner()));
        if (isMadeBy(asker, account)) {
            return Optional.of(Decision.denied(asker, permission, target, Denial.takesOverMaker()));
        }
        return refusalByEach(taker -> {
            if (account.isOwner()) {
                return Optional.of(Decision.denied(asker, permission, target, Denial.ownersOnly("changes an owner")));
            }
            return isMadeBy(account, taker) ? Optional.empty() : refusalOf(account, taker, target);
        });
    }

    /** A service account may do nothing that its maker may not, whatever it holds. */
    private static boolean isMadeBy(Actor made, Actor other) {
        Actor maker = made.maker();
        return maker != null && maker.id().equals(other.id());
    }

    private Optional<Decision> refusalOf(Actor account, Actor taker, Target target) {
        boolean sameDatasets = taker.isAssignedToAllOf(account);
        return account.holdings().stream()
                .flatMap(held -> {
                    Measure measure = new Measure(taker, held);
                    return refusal(sameDatasets ? measure : measure.onAllDatasets(), held.place(), target).stream();
                })
                .findFirst();
    }

    /** Empty when the asker may take the role away where it is held, or change it. */
    Optional<Decision> refusalOf(Holding held) {
        Target target = AccessPolicy.asKnownTo(asker, held.place());
        return refusalByEach(taker -> refusal(new Measure(taker, held).onAllDatasets(), held.place(), target));
    }

    /** Asks about the asker and about whoever made them, owners aside. */
    private Optional<Decision> refusalByEach(Function<Actor, Optional<Decision>> question) {
        if (!asker.isActive()) {
            return Optional.of(
                    Decision.denied(asker, RosterPermission.USER_UPDATE, Target.instance(), Denial.notActive()));
        }
        return Stream.iterate(asker, Objects::nonNull, Actor::maker)
                .filter(taker -> !taker.isOwner())
                .flatMap(taker -> question.apply(taker).stream())
                .findFirst();
    }

    private Optional<Decision> refusal(Measure measure, Target place, Target target) {
        Target told = AccessPolicy.asKnownTo(asker, place);
        Optional<Permission> lacking = measure.lackingToAdminister(table);
        if (lacking.isPresent()) {
            return lacking.map(
                    missing -> Decision.denied(asker, missing, target, Denial.takesMore(missing, told, table)));
        }
        return measure.coversRestrictedToAdminister()
                ? Optional.empty()
                : Optional.of(Decision.denied(
                        asker, RosterPermission.DATASET_READ, target, Denial.takesPastRestrictions(told, table)));
    }
}
