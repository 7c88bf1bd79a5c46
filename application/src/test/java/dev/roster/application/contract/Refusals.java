package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about the "no" of a port. */
final class Refusals {
    private Refusals() {}

    static void assertChanged(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(RefusedException.Kind.CHANGED, RefusedException::kind);
    }

    static void assertConflict(String field, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind)
                .returns(field, RefusedException::field);
    }
}
