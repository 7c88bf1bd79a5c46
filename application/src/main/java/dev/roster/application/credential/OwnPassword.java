package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ContextWords;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Has callers show their own password with the call, for what a session that somebody left open must not be enough for. A
 * session may then be as old as it likes.
 */
final class OwnPassword {
    private final UnitOfWork work;
    private final PasswordProof proof;

    @Inject
    OwnPassword(UnitOfWork work, PasswordProof proof) {
        this.work = work;
        this.proof = proof;
    }

    /** A caller whose password was right when it was compared, which is asked again in the transaction that acts. */
    final class Shown {
        private final Caller caller;
        private final PasswordProof.Proven proven;
        private final Supplier<RefusedException> wrong;

        private Shown(Caller caller, PasswordProof.Proven proven, Supplier<RefusedException> wrong) {
            this.caller = caller;
            this.proven = proven;
            this.wrong = wrong;
        }

        /** What a policy may judge another password by. Nothing to act on. */
        ContextWords words() {
            return proven.words();
        }

        /**
         * Acts in a transaction, with the caller as they are in it.
         *
         * @throws RefusedException what {@link OwnPassword#require} was to refuse with, if another password was set meanwhile;
         *     UNAUTHENTICATED when the caller may do nothing any longer
         */
        <T> T then(Function<User, T> act) {
            return work.inTransaction(() -> {
                work.guard().requireAccount(caller);
                return act.apply(proven.confirm().orElseThrow(wrong));
            });
        }
    }

    /**
     * @throws RefusedException FORBIDDEN for an API key, and for a caller without an account; INVALID naming {@code password},
     *     when that is wrong or there is none; THROTTLED after too many wrong ones
     */
    Shown require(Caller caller, Password password) {
        return require(caller, password, OwnPassword::wrong);
    }

    /** The same with a refusal of a wrong one that fits what the caller was asked. */
    Shown require(Caller caller, Password password, Supplier<RefusedException> wrong) {
        work.guard().requireNoKey(caller);
        User known = work.reading(() -> work.guard().requireAccount(caller));
        return new Shown(caller, proof.again(known, password, caller.origin()).orElseThrow(wrong), wrong);
    }

    private static RefusedException wrong() {
        return RefusedException.invalid("password", "the password is wrong");
    }
}
