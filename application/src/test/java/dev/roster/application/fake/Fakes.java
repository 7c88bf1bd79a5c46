package dev.roster.application.fake;

import dev.roster.application.given.Ports;
import dev.roster.domain.RefusedException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** An installation in memory: a started store, predictable ids and secrets, a fast hasher and a clock to move. */
public final class Fakes {
    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-02T09:00:00.123456Z"));
    private final FastPasswordHasher passwordHasher = new FastPasswordHasher();
    private final RememberingCarrier mailCarrier = new RememberingCarrier();
    private final RememberingWitness witness = new RememberingWitness();
    private final InMemoryCustody custody;
    private final InMemoryStore store;
    private final Ports ports;

    public Fakes() {
        this(UnaryOperator.identity());
    }

    /** @param around puts something around the ports, to watch them or to make them fail */
    public Fakes(UnaryOperator<Ports> around) {
        KeyFake key = new KeyFake("a key");
        this.store = new InMemoryStore(key);
        this.custody = new InMemoryCustody(key);
        this.ports = around.apply(ports(store));
    }

    /** The installation after a restart, on the same store and with the key that is kept now. */
    public Ports restarted() {
        return ports(store.with(custody.kept()));
    }

    private Ports ports(InMemoryStore seen) {
        return new Ports(
                seen,
                new InMemoryUsers(seen),
                new InMemoryOrganizations(seen),
                new InMemoryWorkspaces(seen),
                new InMemoryMemberships(seen),
                new InMemoryFormerMembers(seen),
                new InMemoryDatasets(seen),
                new InMemoryAssignments(seen),
                new InMemoryContributions(seen),
                new InMemoryAnnexes(seen),
                new InMemoryWholeStore(seen),
                new InMemoryRoles(seen),
                new InMemoryGrants(seen),
                new InMemoryActors(seen),
                new InMemoryTargets(seen),
                new InMemoryPasswords(seen),
                new InMemoryAvatars(seen),
                new InMemoryUserTokens(seen),
                new InMemoryShownSecrets(seen),
                new InMemorySessions(seen),
                new InMemoryApiKeys(seen),
                new InMemoryBearers(seen),
                new InMemorySetUpLinks(seen),
                new InMemoryInvitations(seen),
                new InMemoryPeople(seen),
                new InMemoryInviteLinks(seen),
                new InMemoryPendingSignUps(seen),
                new InMemoryPasswordResets(seen),
                new InMemoryLogInLinks(seen),
                new InMemoryRegisteredPermissions(seen),
                new InMemoryAttempts(seen),
                new InMemoryKnownAddresses(seen),
                new InMemoryAuditTrail(seen),
                new InMemoryAuditSeals(seen),
                seen.key().signing(),
                witness,
                new InMemorySecretKeys(seen),
                new InMemorySealedTexts(seen),
                custody,
                new InMemoryOutbox(seen),
                passwordHasher,
                new PngPictures(),
                seen.key().vault(),
                seen.key().sealer(),
                new PredictableSecrets(),
                mailCarrier,
                new CountingIds());
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
        store.refuseWriting(RefusedException.busy("another process has locked the store; try again"));
    }

    public void unlockStore() {
        store.refuseWriting(null);
    }

    /** From now on nothing can be read or written. */
    public void loseStore() {
        store.refuseEverything(RefusedException.unavailable("the store cannot be reached", null));
    }

    /** What the audit trail's witness was told. */
    public RememberingWitness witness() {
        return witness;
    }

    /** The keeper of the secret key. */
    public InMemoryCustody custody() {
        return custody;
    }

    /** The mails that were carried, and how to stop the next. */
    public RememberingCarrier mailCarrier() {
        return mailCarrier;
    }

    public FastPasswordHasher passwordHasher() {
        return passwordHasher;
    }
}
