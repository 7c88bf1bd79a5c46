package dev.roster.domain.mail;

import java.util.UUID;

/** Which mail. A UUIDv7 (RFC 9562). */
public record MailId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
