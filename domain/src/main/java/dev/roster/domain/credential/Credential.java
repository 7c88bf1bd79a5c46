package dev.roster.domain.credential;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        return CredentialBuilder.builder().kind(Kind.USER_TOKEN).build();
    }

    public static Credential of(ApiKey key) {
        return CredentialBuilder.builder()
                .kind(Kind.API_KEY)
                .key(key.id())
                .endsAt(key.expiresAt())
                .keyMaker(key.madeByAnother())
                .build();
    }

    public static Credential of(Session session) {
        return CredentialBuilder.builder()
                .kind(Kind.SESSION)
                .session(session.id())
                .endsAt(session.endsAt())
                .provenAt(session.openedAt())
                .build();
    }

    public static Credential proof() {
        return CredentialBuilder.builder().kind(Kind.PROOF).build();
    }

    public static Credential operator() {
        return CredentialBuilder.builder().kind(Kind.OPERATOR).build();
    }

    public static Credential roster() {
        return CredentialBuilder.builder().kind(Kind.ROSTER).build();
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
