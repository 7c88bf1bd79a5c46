package dev.roster.application.port;

import dev.roster.domain.credential.SecretText;

/** Where random secrets come from. */
public interface SecretSource {
    /** A new secret of 256 random bits in URL-safe base64 without padding, after a prefix that shows its kind. */
    SecretText next(String prefix);
}
