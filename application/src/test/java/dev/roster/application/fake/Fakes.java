package dev.roster.application.fake;

import dev.roster.application.given.Ports;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** An installation in memory: a started store, predictable ids and secrets, a fast hasher and a clock to move. */
public final class Fakes {
    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-02T09:00:00.123456Z"));
    private final FastPasswordHasher passwordHasher = new FastPasswordHasher();
    private final RememberingCarrier mailCarrier = new RememberingCarrier();
    private final InMemoryStore store = new InMemoryStore();
    private final Ports ports;

    public Fakes() {
        this(UnaryOperator.identity());
    }

    /** @param around puts something around the ports, to watch them or to make them fail */
    public Fakes(UnaryOperator<Ports> around) {
        this.ports = around.apply(new Ports(
                store,
                new InMemoryUsers(store),
                new InMemoryOrganizations(store),
                new InMemoryOrganizationMemberships(store),
                new InMemoryWorkspaces(store),
                new InMemoryMemberships(store),
                new InMemoryDatasets(store),
                new InMemoryAssignments(store),
                new InMemoryContributions(store),
                new InMemoryAnnexes(store),
                new InMemoryWholeStore(store),
                new InMemoryRoles(store),
                new InMemoryGrants(store),
                new InMemoryActors(store),
                new InMemoryTargets(store),
                new InMemoryPasswords(store),
                new InMemoryAvatars(store),
                new InMemoryUserTokens(store),
                new InMemorySessions(store),
                new InMemoryApiKeys(store),
                new InMemoryBearers(store),
                new InMemorySetUpLinks(store),
                new InMemoryInvitations(store),
                new InMemoryInviteLinks(store),
                new InMemoryPendingSignUps(store),
                new InMemoryPasswordResets(store),
                new InMemoryRegisteredPermissions(store),
                new InMemoryAttempts(store),
                new InMemoryKnownAddresses(store),
                new InMemoryAuditTrail(store),
                new InMemoryAuditSeals(store),
                bytes -> SecretDigest.of("a key " + HexFormat.of().formatHex(bytes))
                        .hex(),
                new InMemoryOutbox(store),
                passwordHasher,
                new PngPictures(),
                new ReversingTokenVault(),
                new ReversingSealer(),
                new PredictableSecrets(),
                mailCarrier,
                new CountingIds()));
    }

    public Ports ports() {
        return ports;
    }

    /** What the store holds: equal to an earlier answer only while nothing was committed since. */
    public Object contents() {
        return store.committed();
    }

    public FixedClock clock() {
        return clock;
    }

    /** From now on everything can be read and nothing written, as while another process holds the lock. */
    public void lockStore() {
        store.refuseWriting(RefusedException.busy("another process has locked the store, try again"));
    }

    public void unlockStore() {
        store.refuseWriting(null);
    }

    /** From now on nothing can be read or written. */
    public void loseStore() {
        store.refuseEverything(RefusedException.unavailable("the store cannot be reached", null));
    }

    /** The mails that were carried, and how to stop the next. */
    public RememberingCarrier mailCarrier() {
        return mailCarrier;
    }

    public FastPasswordHasher passwordHasher() {
        return passwordHasher;
    }
}
