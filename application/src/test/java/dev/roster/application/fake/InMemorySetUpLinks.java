package dev.roster.application.fake;

import dev.roster.application.port.SetUpLinks;
import dev.roster.domain.credential.SecretDigest;
import java.time.Instant;

/** The set-up link in memory. */
final class InMemorySetUpLinks implements SetUpLinks {
    private static final String THE_ONE = "the one";

    private final InMemoryStore store;

    InMemorySetUpLinks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void set(SecretDigest digest, Instant expiresAt) {
        store.change(tables -> tables.setUpLinks.put(THE_ONE, new Tables.Link(digest, expiresAt)));
    }

    @Override
    public boolean isOpen(SecretDigest digest, Instant now) {
        return store.read(tables -> tables.setUpLinks.stream().anyMatch(link -> isOpen(link, digest, now)));
    }

    @Override
    public boolean claim(SecretDigest digest, Instant now) {
        return store.write(tables -> tables.setUpLinks.removeIf(link -> isOpen(link, digest, now)) > 0);
    }

    private static boolean isOpen(Tables.Link link, SecretDigest digest, Instant now) {
        return link.digest().equals(digest) && now.isBefore(link.expiresAt());
    }
}
