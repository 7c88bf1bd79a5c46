package dev.roster.cli.credential;

import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.port.ApiKeys;
import dev.roster.cli.terminal.Layout;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.user.User;
import java.time.Instant;

/** How API keys look: with their secret once, when they are made, and without ever after. */
final class KeyLayouts {
    static final Layout<Dated> KEY = Layout.<Dated>of("keys")
            .column("id", dated -> dated.key().id())
            .detail("user.id", dated -> dated.user().id())
            .column("user.username", "user", dated -> dated.user().username())
            .detail("user.kind", dated -> dated.user().kind().word())
            .column("name", dated -> dated.key().name())
            .detail("description", dated -> dated.key().description())
            .column("form", dated -> dated.key().form().word())
            .column("hint", dated -> dated.key().hint())
            .column("status", dated -> dated.key().statusAt(dated.now()).word())
            .detail("maker_id", "creator id", dated -> dated.key().creator())
            .detail("created_at", dated -> dated.key().createdAt())
            .column("expires_at", dated -> dated.key().expiresAt())
            .column("last_used_at", dated -> dated.key().lastUsedAt())
            .detail("revoked_at", dated -> dated.key().revokedAt());
    /** For programs, which take the secret from its field. */
    static final Layout<KeyIssuer.Issued> ISSUED = KEY.on(KeyLayouts::asMade)
            .detail("secret", issued -> issued.secret().reveal());

    private KeyLayouts() {}

    /** A key as it stands at a time. */
    record Dated(ApiKey key, User user, Instant now) {
        static Dated of(ApiKeys.Owned owned, Instant now) {
            return new Dated(owned.key(), owned.user(), now);
        }
    }

    static Dated asMade(KeyIssuer.Issued issued) {
        return new Dated(issued.key(), issued.user(), issued.key().createdAt());
    }
}
