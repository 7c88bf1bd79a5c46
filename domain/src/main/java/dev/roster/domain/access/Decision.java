package dev.roster.domain.access;

import dev.roster.domain.UserText;
import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Allowed or denied, with the reason.
 *
 * @param actor the name of the actor, for people to read
 * @param ground the role that allows it; null if denied
 * @param denial why it is denied; null if allowed
 */
public record Decision(
        String actor,
        Permission permission,
        Target target,
        @Nullable Holding ground,
        @Nullable Denial denial) {

    public Decision {
        if ((ground == null) == (denial == null)) {
            throw new IllegalArgumentException("a decision has either a ground or a denial");
        }
    }

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

    /** Whether it is denied because the role gives more than its giver holds, and not because of the giver. */
    public boolean isExcess() {
        return denial != null && denial.isAboutGiving(target);
    }

    /** One line for people to read: who may or may not do what, why, and who could change it. */
    public String reason() {
        String who = UserText.quote(actor) + " may ";
        if (ground != null) {
            return who + "do `" + permission.key() + "` on " + target.describe() + ": " + because(ground);
        }
        Denial no = Objects.requireNonNull(denial);
        return who + "not " + attempt(no) + ": " + no.why() + (no.remedy().isEmpty() ? "" : "; " + no.remedy());
    }

    private String attempt(Denial no) {
        if (no.cause() == Cause.UNKNOWN_TARGET) {
            return "do `" + permission.key() + "`";
        }
        if (no.cause() == Cause.TAKES_MORE_THAN_HELD) {
            boolean account = target.kind() == Target.Kind.USER;
            return account ? "take over or cut off " + target.describe() : "change that role on " + target.describe();
        }
        String what = no.isAboutGiving(target) ? "give that role" : "do `" + permission.key() + "`";
        return what + " on " + target.describe();
    }

    private String because(Holding held) {
        if (held.source() == Source.SELF) {
            return "everyone may do this to themselves";
        }
        String gives = held.describe() + " gives it";
        if (held.place().dataset() != null || !held.role().assignedOnly().contains(permission)) {
            return gives;
        }
        return gives
                + (target.isOpen() ? ", and the dataset is open to its workspace" : ", and the dataset is assigned");
    }
}
