package dev.roster.application.fake;

import dev.roster.application.port.PendingSignUps;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.text.NameKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sign-ups that wait for their address to be confirmed, in memory. */
final class InMemoryPendingSignUps implements PendingSignUps {
    private final InMemoryStore store;

    InMemoryPendingSignUps(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(PendingSignUp pending) {
        store.change(tables -> {
            tables.pendingSignUps.put(pending.digest(), pending);
            List<PendingSignUp> ofAddress = tables.pendingSignUps.stream()
                    .filter(other -> other.email().key().equals(pending.email().key()))
                    .toList();
            ofAddress.stream()
                    .limit(Math.max(0, ofAddress.size() - MOST_OF_AN_ADDRESS))
                    .forEach(old -> tables.pendingSignUps.remove(old.digest()));
        });
    }

    @Override
    public Optional<PendingSignUp> find(SecretDigest digest, Instant now) {
        return store.read(
                tables -> tables.pendingSignUps.find(digest).filter(pending -> now.isBefore(pending.expiresAt())));
    }

    @Override
    public int removeAllOf(NameKey email) {
        return store.write(tables ->
                tables.pendingSignUps.removeIf(pending -> pending.email().key().equals(email)));
    }

    @Override
    public int removeOld(Instant until) {
        return store.write(tables -> tables.pendingSignUps.removeIf(pending -> !until.isBefore(pending.expiresAt())));
    }
}
