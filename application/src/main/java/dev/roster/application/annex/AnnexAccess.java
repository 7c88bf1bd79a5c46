package dev.roster.application.annex;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Targets;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may keep and see annexes: who may update and read what they lie beside. Everyone may do both with those of their own
 * account, as with their profile.
 */
final class AnnexAccess {
    private final AccessGuard guard;
    private final Targets targets;

    @Inject
    AnnexAccess(AccessGuard guard, Targets targets) {
        this.guard = guard;
        this.targets = targets;
    }

    /** @throws RefusedException NOT_FOUND naming the kind of owner */
    Target requireToKeep(Caller caller, AnnexOwner owner) {
        Target target = target(owner);
        if (isOwn(caller, owner)) {
            guard.requireAccount(caller);
        } else {
            guard.require(caller, toKeep(owner.kind()), target);
        }
        return target;
    }

    /** @throws RefusedException NOT_FOUND naming the kind of owner */
    void requireToRead(Caller caller, AnnexOwner owner) {
        Target target = target(owner);
        guard.require(caller, toRead(owner.kind()), target);
    }

    /** Those that are there and whose annexes the caller may see. */
    Set<AnnexOwner> readable(Caller caller, Set<AnnexOwner> owners) {
        Actor actor = guard.wholeActor(caller);
        Map<Target.Ref, Target> found =
                targets.find(owners.stream().map(AnnexAccess::reference).collect(Collectors.toSet()));
        return owners.stream()
                .filter(owner -> Optional.ofNullable(found.get(reference(owner)))
                        .filter(target -> AccessPolicy.allows(actor, toRead(owner.kind()), target))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private Target target(AnnexOwner owner) {
        Target.Ref reference = reference(owner);
        return Optional.ofNullable(targets.find(Set.of(reference)).get(reference))
                .orElseThrow(() -> RefusedException.notFound(owner.kind().word(), owner.id()));
    }

    private static boolean isOwn(Caller caller, AnnexOwner owner) {
        return owner.kind() == AnnexOwner.Kind.USER && caller.is(new UserId(owner.id()));
    }

    private static Target.Ref reference(AnnexOwner owner) {
        Target.Kind kind = switch (owner.kind()) {
            case DATASET -> Target.Kind.DATASET;
            case USER -> Target.Kind.USER;
            case ORGANIZATION -> Target.Kind.ORGANIZATION;
        };
        return new Target.Ref(kind, owner.id());
    }

    private static RosterPermission toKeep(AnnexOwner.Kind kind) {
        return switch (kind) {
            case DATASET -> RosterPermission.DATASET_UPDATE;
            case USER -> RosterPermission.USER_UPDATE;
            case ORGANIZATION -> RosterPermission.ORGANIZATION_UPDATE;
        };
    }

    private static RosterPermission toRead(AnnexOwner.Kind kind) {
        return switch (kind) {
            case DATASET -> RosterPermission.DATASET_READ;
            case USER -> RosterPermission.USER_READ;
            case ORGANIZATION -> RosterPermission.ORGANIZATION_READ;
        };
    }
}
