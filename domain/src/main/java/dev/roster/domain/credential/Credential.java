package dev.roster.domain.credential;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The credential of a request. It identifies the credential and says when it ends, and never holds the secret.
 *
 * @param key the API key, or null for anything else
 * @param session the session, or null for anything else
 * @param endsAt when it expires at the latest; null if it does not expire
 * @param provenAt when the password that opened the session was entered; null for anything else
 * @param keyMaker the user who created the API key for another account, and so knows it: the key can never do more than
 *     they can. Null for a key that the account itself or the local operator created, and for anything else
 */
@RecordBuilder
public record Credential(
        Kind kind,
        @Nullable ApiKeyId key,
        @Nullable SessionId session,
        @Nullable Instant endsAt,
        @Nullable Instant provenAt,
        @Nullable UserId keyMaker) {
    /** How long after its password was entered a session may show or create credentials that outlast it. */
    public static final Duration PROVEN_FOR = Duration.ofHours(1);

    /** The kinds of credentials. */
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
        /** Roster itself, without a request. */
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
