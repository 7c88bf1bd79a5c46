package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.fault.Faults;
import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.given.Ports;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.secret.RotateSecretKey;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key kept in a file takes the place of another, and is stopped between each two steps. An engine's test has the store. */
abstract class KeyRotation {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    /** More calls than this make no rotation of so small a store. */
    private static final int MOST_CALLS = 200;

    @TempDir
    Path directory;

    /** What is said by a store that belongs to no key yet. */
    private record NewStore() implements KnownKey {
        @Override
        public boolean isNone() {
            return true;
        }

        @Override
        public boolean isOf(InstallationSecret secret) {
            return false;
        }

        @Override
        public String describe() {
            return "the store is new";
        }
    }

    private final OpenStores stores = new OpenStores();
    private UserId ana = new UserId(new UUID(0, 0));
    private String token = "";

    /** A new store; the same each time within a test. */
    abstract StoreAddress address();

    private Path keyFile() {
        return directory.resolve("secret.key");
    }

    private Ports open() {
        return stores.open(address(), SecretKeySource.inFile(keyFile()));
    }

    private static UseCases over(Ports ports) {
        return UseCases.over(ports, InstantSource.system());
    }

    private UserId create(Ports ports, String name) {
        CreateUser.Created created = over(ports)
                .get(CreateUser.class)
                .handle(ROOT, CreateUser.Command.named(new Username(name)).withToken(UserToken.of("token-of-" + name)));
        return created.user().id();
    }

    @BeforeEach
    void somebodyIsThere() {
        Ports ports = open();
        over(ports).get(StartInstance.class).prepare(Caller.roster(Origin.of(Door.SYSTEM)));
        ana = create(ports, "ana");
        token = over(ports).get(ShowToken.class).handle(ROOT, ana).reveal();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void assertSound(Ports ports) {
        assertIntact(ports);
        create(ports, "u-" + ports.ids().next());
    }

    /** The same without adding to the store. */
    private void assertIntact(Ports ports) {
        assertThat(over(ports).get(ShowToken.class).handle(ROOT, ana).reveal()).isEqualTo(token);
        assertThat(over(ports)
                        .get(VerifyAuditTrail.class)
                        .handle(ROOT, null, seen -> {})
                        .faults())
                .isEmpty();
    }

    private static RotateSecretKey rotation(Ports ports) {
        return over(ports).get(RotateSecretKey.class);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("secret"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everythingIsAsItWasUnderTheNewKey() throws IOException {
        Ports before = open();
        over(before).get(AuditSealer.class).seal();
        SealMark kept = before.auditSeals().newest().orElseThrow().mark();
        String old = InstallationSecret.ofFile(keyFile()).brief();

        rotation(before).handle(ROOT, null);

        Ports after = open();
        assertSound(after);
        assertThat(over(after)
                        .get(VerifyAuditTrail.class)
                        .handle(ROOT, kept, seen -> {})
                        .faults())
                .isEmpty();
        assertThat(files()).containsExactly("secret.key", "secret.key." + old + ".old");
        assertThat(InstallationSecret.ofFile(keyFile()).brief()).isNotEqualTo(old);
    }

    @Test
    void aProcessWithTheOldKeyWritesNothing() {
        Ports running = open();

        rotation(open()).handle(ROOT, null);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> create(running, "bob"))
                .returns(RefusedException.Kind.BUSY, RefusedException::kind)
                .withMessageContaining("restart it with the new key");
        assertSound(open());
    }

    @Test
    void stoppedAfterTheNextKeyWasWrittenDownTheOldOneIsRight() throws IOException {
        open().keyCustody().prepare(null);

        assertSound(open());
        assertThat(files()).hasSize(2).first().isEqualTo("secret.key");
    }

    @Test
    void stoppedBeforeTheEndOfTheTransactionTheOldOneIsRight() {
        Ports ports = open();
        NextKey next = ports.keyCustody().prepare(null);

        assertThatIllegalStateException()
                .isThrownBy(() -> ports.transactions().alone(() -> {
                    ports.secretKeys().replace(next.fingerprint());
                    throw new IllegalStateException("stopped");
                }));

        assertSound(open());
    }

    @Test
    void stoppedBeforeTheFilesChangedPlacesTheNextOneIsRight() throws IOException {
        byte[] old = Files.readAllBytes(keyFile());
        rotation(open()).handle(ROOT, null);
        String now = InstallationSecret.ofFile(keyFile()).brief();
        Files.move(keyFile(), directory.resolve("secret.key." + now + ".next"));
        for (String name : files()) {
            if (name.endsWith(".old")) {
                Files.delete(directory.resolve(name));
            }
        }
        Files.copy(directory.resolve("secret.key." + now + ".next"), keyFile());
        Files.write(keyFile(), old);

        assertSound(open());
        assertThat(InstallationSecret.ofFile(keyFile()).brief()).isEqualTo(now);
        assertThat(files()).hasSize(2).noneMatch(name -> name.endsWith(".next"));
    }

    @Test
    void whateverCallFailsTheStoreOpensWithTheKeyThatItBelongsToAndHoldsWhatItHeld() throws IOException {
        String old = InstallationSecret.ofFile(keyFile()).brief();
        Faults faults = new Faults();
        // The last call that can fail comes after the commit: the next start puts the new key in its place.
        for (int call = 1; InstallationSecret.ofFile(keyFile()).brief().equals(old); call++) {
            assertThat(call).isLessThan(MOST_CALLS);
            RotateSecretKey rotation = rotation(new WatchedPorts(faults).failing(open()));
            faults.failAt(call);
            rotateOrFail(rotation);
            assertThat(faults.hasFailed()).isTrue();
            faults.failNoMore();
            stores.close();
            assertIntact(open());
            stores.close();
        }
        assertSound(open());
        assertThat(files()).first().isEqualTo("secret.key");
    }

    private static void rotateOrFail(RotateSecretKey rotation) {
        try {
            rotation.handle(ROOT, null);
        } catch (RuntimeException onPurpose) {
            assertThat(onPurpose).hasStackTraceContaining("fails on purpose");
        }
    }

    @Test
    void withoutItsKeyTheStoreDoesNotOpenAndNoKeyIsMade() throws IOException {
        Files.delete(keyFile());

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(this::open)
                .withMessageContaining("secret.key` is missing")
                .withMessageContaining("put the file back");
        assertThat(files()).isEmpty();
    }

    @Test
    void withAnotherKeyTheStoreDoesNotOpen() throws IOException {
        Files.delete(keyFile());
        InstallationSecret other = SecretKeySource.inFile(keyFile()).choose(new NewStore());

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(this::open)
                .withMessageContaining("is " + other.brief() + ", but ");
        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> stores.open(address(), OpenStores.keys()))
                .withMessageContaining("ROSTER_SECRET_KEY");
    }

    @Test
    void whoWritesMeanwhileWritesUnderOneKeyOrNotAtAll() throws Exception {
        Ports running = open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(threads.submit(() -> createUntilRefused(running, next)));
        }
        while (next.get() < 20) {
            Thread.onSpinWait();
        }

        rotation(open()).handle(ROOT, null);

        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertSound(open());
    }

    private void createUntilRefused(Ports ports, AtomicInteger next) {
        try {
            while (ports.secretKeys().isCurrent()) {
                create(ports, "w-" + next.incrementAndGet());
            }
        } catch (RefusedException replaced) {
            assertThat(replaced.kind()).isEqualTo(RefusedException.Kind.BUSY);
        }
    }
}
