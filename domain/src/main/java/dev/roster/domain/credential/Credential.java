package dev.roster.domain.credential;

import dev.roster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller came with. It says which one it is and when it ends, never the secret.
 *
 * @param key the API key, or null for anything else
 * @param session the session, or null for anything else
 * @param endsAt when it ends by itself at the latest; null for one that does not
 * @param provenAt when the password was shown that opened the session; null for anything else
 * @param keyMaker who made the API key for somebody else's account, and so knows it: who comes with that key may do
 *     nothing that they may not. Null for a key that the account or the local operator made, and for anything else
 */
public record Credential(
        Kind kind,
        @Nullable ApiKeyId key,
        @Nullable SessionId session,
        @Nullable Instant endsAt,
        @Nullable Instant provenAt,
        @Nullable UserId keyMaker) {
    /** How long after its password was shown a session may hand out what lasts longer than itself. */
    public static final Duration PROVEN_FOR = Duration.ofHours(1);

    /** What callers come with. */
    public enum Kind {
        USER_TOKEN,
        /** Of a person or a service account. */
        API_KEY,
        /** Opened by a log-in. A login token of the Argilla dialect is one too. */
        SESSION,
        /**
         * A password or a mailed link, shown in this very call, or the word of a platform that embeds Roster and knows
         * its users itself.
         */
        PROOF,
        /** Access to the machine that owns the store. */
        OPERATOR,
        /** Roster's own doing, which nobody asked for. */
        ROSTER
    }

    public static Credential userToken() {
        return new Credential(Kind.USER_TOKEN, null, null, null, null, null);
    }

    public static Credential of(ApiKey key) {
        return new Credential(Kind.API_KEY, key.id(), null, key.expiresAt(), null, key.madeByAnother());
    }

    public static Credential of(Session session) {
        return new Credential(Kind.SESSION, null, session.id(), session.endsAt(), session.openedAt(), null);
    }

    public static Credential proof() {
        return new Credential(Kind.PROOF, null, null, null, null, null);
    }

    public static Credential operator() {
        return new Credential(Kind.OPERATOR, null, null, null, null, null);
    }

    public static Credential roster() {
        return new Credential(Kind.ROSTER, null, null, null, null, null);
    }

    public boolean isKey() {
        return kind == Kind.API_KEY;
    }

    /** Whether it was shown together with a password not long ago, or is itself as good as one: no key is. */
    public boolean handsOut(Instant at) {
        return switch (kind) {
            case USER_TOKEN, PROOF, OPERATOR, ROSTER -> true;
            case SESSION -> provenAt != null && at.isBefore(provenAt.plus(PROVEN_FOR));
            case API_KEY -> false;
        };
    }
}
