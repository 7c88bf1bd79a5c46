package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.FreeText;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named key of a person or service account. It opens what the user's token opens, but a user can have several, and each
 * can expire or be revoked.
 *
 * @param number counts keys in order of creation; 0 until the store has assigned it
 * @param user the user whose rights it carries
 * @param name 1 to 256 characters, need not be unique
 * @param description at most 1,000 characters, empty when unset
 * @param form how its secret is written
 * @param hint the first and last characters of the key, to distinguish keys; nothing of a signature
 * @param creator the user who created it, or null for the local operator
 * @param expiresAt null if the key does not expire
 * @param lastUsedAt to within a minute, never moves backwards; null before the first use
 * @param revokedAt null if it is not revoked
 */
@RecordBuilder
public record ApiKey(
        ApiKeyId id,
        long number,
        UserId user,
        String name,
        String description,
        ApiKeyForm form,
        SecretDigest digest,
        String hint,
        @Nullable UserId creator,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt)
        implements ApiKeyBuilder.With {
    public static final int MOST_NAME = 256;
    public static final int MOST_DESCRIPTION = 1_000;
    private static final int SHOWN = 3;
    private static final int SHOWN_OF_CONTENT = 10;

    public ApiKey {
        name = name(name);
        description = description(description);
    }

    /**
     * Returns {@code text} as the name of a key, trimmed.
     *
     * @throws RefusedException INVALID naming {@code name}
     */
    public static String name(String text) {
        return SingleLine.check("name", text, MOST_NAME);
    }

    /**
     * Returns {@code text} as the description of a key.
     *
     * @throws RefusedException INVALID naming {@code description}
     */
    public static String description(String text) {
        return FreeText.check("description", text, MOST_DESCRIPTION);
    }

    /**
     * What may be shown of a key: its prefix with three characters behind it, and its last three; of a signed one the first
     * three, and the last ten before its signature.
     */
    public static String hintOf(ApiKeyForm form, SecretText key) {
        String text = key.reveal();
        return form == ApiKeyForm.SIGNED ? hintOfContent(text.substring(0, text.lastIndexOf('.'))) : hintOfRandom(text);
    }

    private static String hintOfContent(String content) {
        return content.substring(0, SHOWN) + "…" + content.substring(content.length() - SHOWN_OF_CONTENT);
    }

    private static String hintOfRandom(String text) {
        int random = text.indexOf('_') + 1;
        return text.substring(0, random + SHOWN) + "…" + text.substring(text.length() - SHOWN);
    }

    /** Who created it, if that was not its user; null otherwise, and for the local operator. */
    public @Nullable UserId madeByAnother() {
        return user.equals(creator) ? null : creator;
    }

    public ApiKeyStatus statusAt(Instant now) {
        if (revokedAt != null) {
            return ApiKeyStatus.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? ApiKeyStatus.EXPIRED : ApiKeyStatus.ACTIVE;
    }

    public boolean isUsable(Instant now) {
        return statusAt(now) == ApiKeyStatus.ACTIVE;
    }

    /**
     * To be asked before it is replaced by another.
     *
     * @throws RefusedException CONFLICT naming {@code key} that has ended, or whose secret is written in another form
     */
    public void requireReplaceable(ApiKeyForm by, Instant now) {
        if (!isUsable(now)) {
            throw RefusedException.conflict(
                    "key", "the key `" + name + "` is " + statusAt(now).word() + ", create a new one");
        }
        if (form != by) {
            throw RefusedException.conflict(
                    "key",
                    form == ApiKeyForm.SIGNED
                            ? "the key `" + name + "` is a signed token; rotate it where it was created, or revoke it"
                            : "the key `" + name + "` is not a signed token; refresh it instead");
        }
    }

    public ApiKey revokedAt(Instant now) {
        return withRevokedAt(now);
    }

    /** The same key, expiring then unless it expires earlier anyway. */
    public ApiKey endingBy(Instant end) {
        Instant sooner = expiresAt == null || end.isBefore(expiresAt) ? end : expiresAt;
        return withExpiresAt(sooner);
    }

    public ApiKey lastUsedAt(Instant at) {
        return withLastUsedAt(at);
    }
}
