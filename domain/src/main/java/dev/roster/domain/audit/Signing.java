package dev.roster.domain.audit;

/** Signs so that only this installation could have. */
@FunctionalInterface
public interface Signing {
    /** The same signature each time for the same bytes, in lower-case hex. */
    String sign(byte[] bytes);
}
