package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Allowed or denied, with the reason.
 *
 * @param actor what people call whoever asked
 * @param ground what the "yes" rests on; null when denied
 * @param denial why the answer is "no"; null when allowed
 */
public record Decision(
        String actor,
        Permission permission,
        Target target,
        @Nullable Holding ground,
        @Nullable Denial denial) {

    static Decision allowed(Actor actor, Permission permission, Target target, Holding ground) {
        return new Decision(actor.label(), permission, target, ground, null);
    }

    static Decision denied(Actor actor, Permission permission, Target target, Denial denial) {
        return new Decision(actor.label(), permission, target, null, denial);
    }

    static Decision unknown(String actor, Permission permission, Target target, Denial denial) {
        return new Decision(actor, permission, target, null, denial);
    }

    public boolean isAllowed() {
        return ground != null;
    }

    public Optional<Denial> refusal() {
        return Optional.ofNullable(denial);
    }

    /** One line for people: who may or may not do what, why, and who could change it. */
    public String reason() {
        if (ground != null) {
            return "`" + actor + "` may `" + permission.key() + "` on " + target.describe() + ": " + ground.describe();
        }
        String may = "`" + actor + "` may not `" + permission.key() + "` on " + target.describe();
        return denial == null ? may : may + ": " + denial.why() + "; " + denial.givers() + " could give it";
    }
}
