package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a role allows an actor in a place, and how far into the place. Everything that an actor may do in organizations,
 * workspaces and datasets follows from their entitlements, and from nothing else.
 *
 * <p>A service account also has entitlements wherever its own roles overlap with what its creator holds: it may do what
 * both of them may.
 *
 * @param place where the role is held, or for a service account a place in that one
 * @param permissions what it allows on the place itself, and on everything in it that they apply to
 * @param onOpenDatasets what else it allows on datasets in the place that are open to their workspace or, for a person,
 *     assigned to them
 * @param inWorkspaces whether, in an organization or on the instance, it also applies in the workspaces
 * @param onRestricted whether what it allows on all datasets of the place includes restricted ones
 */
public record Entitlement(
        Holding holding,
        Target place,
        List<Permission> permissions,
        List<Permission> onOpenDatasets,
        boolean inWorkspaces,
        boolean onRestricted) {
    /** The turns that there are for one place. */
    public static final int TURNS = 20;

    /** An entitlement and its turn among those of its place, which is the same whatever becomes of the others. */
    public record InTurn(int turn, Entitlement entitlement) {}

    public Entitlement {
        permissions = List.copyOf(permissions);
        onOpenDatasets = List.copyOf(onOpenDatasets);
    }

    /** The same with places by their ids, if the reader may not read their names. */
    public Entitlement asKnownTo(Actor reader) {
        Target shown = AccessPolicy.asKnownTo(reader, place);
        return new Entitlement(
                holding.asKnownTo(reader), shown, permissions, onOpenDatasets, inWorkspaces, onRestricted);
    }

    /**
     * Those for one place, by turn: one for each role that is held there, even where it gives nothing, and those of
     * service accounts that give something.
     *
     * @param actor with what they and their makers hold around the place
     * @param known all permissions that there are
     */
    public static List<InTurn> at(Target place, Actor actor, List<Permission> known) {
        return Stream.concat(Stream.of(actor.account()), actor.around(place).stream())
                .filter(held -> held.place().equals(place) || actor.maker() != null)
                .sorted(Comparator.comparing(Entitlement::turn))
                .flatMap(held -> new Entitling(actor, held, place).of(known).stream())
                .toList();
    }

    private static int turn(Holding held) {
        return switch (held.place().kind()) {
            case INSTANCE, USER, ROLE -> 0;
            case ORGANIZATION -> 1;
            case WORKSPACE -> held.source() == Holding.Source.GRANT ? 3 : 2;
            case DATASET -> 4;
        };
    }

    static int turn(Holding held, int way) {
        return turn(held) * 4 + way;
    }
}
