package dev.roster.domain.credential;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller came with. It says which one it is and when it ends, never the secret.
 *
 * @param key the API key, or null for anything else
 * @param session the session, or null for anything else
 * @param endsAt when it ends by itself at the latest; null for one that does not
 * @param keyMaker who made the API key for somebody else's account, and so knows it: who comes with that key may do
 *     nothing that they may not. Null for a key that the account or the local operator made, and for anything else
 */
public record Credential(
        Kind kind,
        @Nullable ApiKeyId key,
        @Nullable SessionId session,
        @Nullable Instant endsAt,
        @Nullable UserId keyMaker) {
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
        return new Credential(Kind.USER_TOKEN, null, null, null, null);
    }

    public static Credential of(ApiKey key) {
        return new Credential(Kind.API_KEY, key.id(), null, key.expiresAt(), key.madeByAnother());
    }

    public static Credential of(Session session) {
        return new Credential(Kind.SESSION, null, session.id(), session.endsAt(), null);
    }

    public static Credential proof() {
        return new Credential(Kind.PROOF, null, null, null, null);
    }

    public static Credential operator() {
        return new Credential(Kind.OPERATOR, null, null, null, null);
    }

    public static Credential roster() {
        return new Credential(Kind.ROSTER, null, null, null, null);
    }
}
