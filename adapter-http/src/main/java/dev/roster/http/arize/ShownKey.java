package dev.roster.http.arize;

import dev.roster.application.credential.KeyIssuer;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserKind;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.WireVersion;
import dev.roster.http.web.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** API keys as lists show them, and once with their secret (contract §8.1, §8.3). */
final class ShownKey {
    static final TextRule NAME = new TextRule(1, ApiKey.MOST_NAME, true);

    private ShownKey() {}

    static String word(UserKind kind) {
        return kind == UserKind.PERSON ? "USER" : "SERVICE";
    }

    static Map<String, Object> listed(ApiKey key, User user, Call call) {
        Spelling spelling = Spelling.of(call);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.KEY.write(key.id()));
        shown.put("name", key.name());
        if (!key.description().isEmpty()) {
            shown.put("description", key.description());
        }
        shown.put("key_type", spelling.of(word(user.kind())));
        shown.put("status", spelling.of(key.revokedAt() == null ? "ACTIVE" : ended(call)));
        shown.put("redacted_key", key.hint());
        shown.put("created_at", Times.brief(key.createdAt()));
        if (key.expiresAt() != null) {
            shown.put("expires_at", Times.brief(key.expiresAt()));
        }
        if (key.lastUsedAt() != null) {
            shown.put("last_used_at", Times.brief(key.lastUsedAt()));
        }
        shown.put("created_by_user_id", ArizeIds.USER.write(key.creator() == null ? key.user() : key.creator()));
        return shown;
    }

    /** Before 8.34 a key that was ended was deleted. */
    private static String ended(Call call) {
        return Spelling.version(call).isBefore(8, 34) ? "DELETED" : "REVOKED";
    }

    /** With the secret, which is shown here only. Release 8.40 knows no hint beside it. */
    static Map<String, Object> issued(KeyIssuer.Issued issued, Call call) {
        Map<String, Object> shown = listed(issued.key(), issued.user(), call);
        WireVersion version = Spelling.version(call);
        if (!version.isBefore(8, 40) && version.isBefore(8, 41)) {
            shown.remove("redacted_key");
        }
        shown.put("key", issued.secret().reveal());
        return shown;
    }
}
