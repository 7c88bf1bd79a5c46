package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks what the caller may do, so that a page offers nothing that would be refused. The use cases ask for themselves again. */
final class May {
    private final Decide decide;

    @Inject
    May(Decide decide) {
        this.decide = decide;
    }

    /** Whether they may do it everywhere. */
    boolean everywhere(Caller caller, RosterPermission permission) {
        return !at(caller, Target.Ref.instance(), permission).isEmpty();
    }

    /** Which of those they may do with the target; none with one that does not exist. */
    Set<RosterPermission> at(Caller caller, Target.Ref target, RosterPermission... permissions) {
        List<Decision> decisions = decide.handle(
                caller,
                Decide.Query.own(Stream.of(permissions)
                        .map(permission -> new Decide.Question(permission, target))
                        .toList()));
        Set<RosterPermission> allowed = EnumSet.noneOf(RosterPermission.class);
        for (int index = 0; index < permissions.length; index++) {
            if (decisions.get(index).isAllowed()) {
                allowed.add(permissions[index]);
            }
        }
        return allowed;
    }

    /** Those of the targets with which they may do it, {@value Decide#MOST} asked about at once; none that does not exist. */
    Set<Target.Ref> among(Caller caller, RosterPermission permission, List<Target.Ref> targets) {
        Set<Target.Ref> allowed = new HashSet<>();
        for (int first = 0; first < targets.size(); first += Decide.MOST) {
            List<Target.Ref> some = targets.subList(first, Math.min(targets.size(), first + Decide.MOST));
            decide
                    .handle(
                            caller,
                            Decide.Query.own(some.stream()
                                    .map(target -> new Decide.Question(permission, target))
                                    .toList()))
                    .stream()
                    .filter(Decision::isAllowed)
                    .forEach(decision -> allowed.add(decision.target().ref()));
        }
        return allowed;
    }

    /** @throws RefusedException FORBIDDEN with the reason, where they may not */
    void require(Caller caller, Target.Ref target, RosterPermission permission) {
        Decision decision = decide.handle(caller, Decide.Query.own(List.of(new Decide.Question(permission, target))))
                .get(0);
        if (!decision.isAllowed()) {
            throw RefusedException.forbidden(decision.reason(), permission.key());
        }
    }
}
