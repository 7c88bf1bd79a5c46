package dev.roster.domain.access;

import dev.roster.domain.UserText;
import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Allowed or denied, with the reason. Immutable. Why it is denied is worked out when it is first asked for: callers that only
 * want the answer do not pay for the explanation.
 */
public final class Decision {
    private final String actor;
    private final Permission permission;
    private final Target target;
    private final @Nullable Holding ground;
    private final @Nullable Supplier<Denial> diagnosis;

    // Of what never changes: two threads that ask at once get the same.
    private @Nullable Denial denial;

    private Decision(
            String actor,
            Permission permission,
            Target target,
            @Nullable Holding ground,
            @Nullable Supplier<Denial> diagnosis) {
        this.actor = actor;
        this.permission = permission;
        this.target = target;
        this.ground = ground;
        this.diagnosis = diagnosis;
    }

    static Decision allowed(Actor actor, Permission permission, Target target, Holding ground) {
        return new Decision(actor.label(), permission, target, ground, null);
    }

    static Decision denied(Actor actor, Permission permission, Target target, Denial denial) {
        return unknown(actor.label(), permission, target, denial);
    }

    static Decision denied(Actor actor, Permission permission, Target target, Supplier<Denial> diagnosis) {
        return new Decision(actor.label(), permission, target, null, diagnosis);
    }

    static Decision unknown(String actor, Permission permission, Target target, Denial denial) {
        return new Decision(actor, permission, target, null, () -> denial);
    }

    /** The name of the actor, for people to read. */
    public String actor() {
        return actor;
    }

    public Permission permission() {
        return permission;
    }

    public Target target() {
        return target;
    }

    /** The role that allows it; null if denied. */
    public @Nullable Holding ground() {
        return ground;
    }

    /** Why it is denied; null if allowed. */
    public @Nullable Denial denial() {
        Denial known = denial;
        if (known == null && diagnosis != null) {
            known = diagnosis.get();
            denial = known;
        }
        return known;
    }

    public boolean isAllowed() {
        return ground != null;
    }

    public Optional<Denial> refusal() {
        return Optional.ofNullable(denial());
    }

    /** Whether it is denied because the role gives more than its giver holds, and not because of the giver. */
    public boolean isExcess() {
        Denial no = denial();
        return no != null && no.isAboutGiving(target);
    }

    /** One line for people to read: who may or may not do what, why, and who could change it. */
    public String reason() {
        String who = UserText.quote(actor) + " may ";
        if (ground != null) {
            return who + "do `" + permission.key() + "` on " + target.describe() + ": " + because(ground);
        }
        Denial no = Objects.requireNonNull(denial());
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Decision that
                && actor.equals(that.actor)
                && permission.equals(that.permission)
                && target.equals(that.target)
                && Objects.equals(ground, that.ground)
                && Objects.equals(denial(), that.denial());
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, permission, target, ground);
    }

    @Override
    public String toString() {
        return "Decision[" + reason() + "]";
    }
}
