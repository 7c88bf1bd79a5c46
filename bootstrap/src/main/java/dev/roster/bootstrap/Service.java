package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.PruneAuditTrail;
import dev.roster.application.credential.Activity;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.PruneSignUps;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.User;
import dev.roster.http.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server from start to stop: first start, port, what people are told, graceful end. */
final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration ACTIVITY_EVERY = Duration.ofSeconds(10);
    private static final Duration SEAL_EVERY = Duration.ofSeconds(5);
    private static final Duration KEY_EVERY = Duration.ofSeconds(5);
    private static final Duration DEMO = Duration.ofDays(365);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);

    private final Settings settings;
    private final Beginning beginning;
    private final DemoData demoData;
    private final CreateLogInLink createLogInLink;
    private final HttpServer server;
    private final MailRounds mail;
    private final Activity activity;
    private final AuditSealer auditSealer;
    private final PruneAuditTrail pruneAuditTrail;
    private final PruneSignUps pruneSignUps;
    private final SecretKeys keys;
    private final Workers workers;
    private final OpenStore store;
    private final Greeting greeting;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Service(
            Settings settings,
            Beginning beginning,
            DemoData demoData,
            CreateLogInLink createLogInLink,
            HttpServer server,
            MailRounds mail,
            Activity activity,
            AuditSealer auditSealer,
            PruneAuditTrail pruneAuditTrail,
            PruneSignUps pruneSignUps,
            SecretKeys keys,
            Workers workers,
            OpenStore store,
            Greeting greeting) {
        this.settings = settings;
        this.beginning = beginning;
        this.demoData = demoData;
        this.createLogInLink = createLogInLink;
        this.server = server;
        this.mail = mail;
        this.activity = activity;
        this.auditSealer = auditSealer;
        this.pruneAuditTrail = pruneAuditTrail;
        this.pruneSignUps = pruneSignUps;
        this.keys = keys;
        this.workers = workers;
        this.store = store;
        this.greeting = greeting;
    }

    /** Serves until the process is told to stop. */
    void run(StartRequest request, PrintWriter out) {
        Logging.set(settings.logLevel());
        StartInstance.Started started = beginning.start(request.account(), request.questions(), out);
        listen();
        greeting.serving(out, started);
        await(() -> {});
    }

    /** Serves sample data from a directory that is gone afterwards. */
    void runDemo(Path directory, PrintWriter out) {
        Logging.set(settings.logLevel());
        beginning.prepare();
        Map<String, CreateUser.Created> people = demoData.fill(roster());
        listen();
        greeting.demo(out, people, linkOf(DemoData.named(people, "olga").user()));
        await(() -> remove(directory));
    }

    /** The store is gone before the link is. */
    private String linkOf(User owner) {
        return createLogInLink
                .handle(roster(), new CreateLogInLink.Command(owner.id(), DEMO))
                .link();
    }

    private static Caller roster() {
        return Caller.roster(Origin.of(Door.SYSTEM));
    }

    private void listen() {
        try {
            server.start();
            mail.start();
        } catch (RefusedException taken) {
            store.close();
            throw new InstallationException(taken.reason(), taken);
        }
        workers.every(ACTIVITY_EVERY, "writing the last activity", activity::flush);
        workers.every(PRUNE_EVERY, "pruning the audit trail", () -> pruneAuditTrail.handle(roster()));
        workers.every(PRUNE_EVERY, "removing sign-ups that nobody confirmed", () -> pruneSignUps.handle(roster()));
        workers.every(SEAL_EVERY, "sealing the audit trail", auditSealer::seal);
        workers.every(KEY_EVERY, "looking at the secret key", this::endWithoutTheKey);
    }

    /** It could not write anything any more, and what it reads it could not open. */
    private void endWithoutTheKey() {
        if (!keys.isCurrent() && ending.compareAndSet(false, true)) {
            LOG.error("the secret key of the store was replaced, this server ends; start it again with the new key");
            // Not on this thread: it is waited for.
            new Thread(() -> System.exit(1), "roster-end").start();
        }
    }

    private void await(Runnable atTheEnd) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(atTheEnd), "roster-stop"));
        try {
            stopped.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Runnable atTheEnd) {
        LOG.info("stopping, running requests finish first");
        server.stop();
        mail.stop();
        workers.stop();
        store.close();
        atTheEnd.run();
        LOG.info("stopped");
        stopped.countDown();
    }

    private static void remove(Path directory) {
        try {
            Directories.remove(directory);
        } catch (IOException left) {
            LOG.warn("could not remove the demo's directory {}", directory, left);
        }
    }
}
