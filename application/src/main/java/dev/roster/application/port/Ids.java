package dev.roster.application.port;

import java.util.UUID;

/** Where ids come from: UUIDv7 (RFC 9562), each later than the previous one. */
public interface Ids {
    UUID next();
}
