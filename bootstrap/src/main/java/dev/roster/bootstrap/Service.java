package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.PruneAuditTrail;
import dev.roster.application.credential.Activity;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.guest.EndStays;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.PruneSignUps;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.ExitCodes;
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
final class Service implements Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration ACTIVITY_EVERY = Duration.ofSeconds(10);
    private static final Duration SEAL_EVERY = Duration.ofSeconds(5);
    private static final Duration KEY_EVERY = Duration.ofSeconds(5);
    private static final Duration DEMO = Duration.ofDays(365);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final Duration STAYS_EVERY = Duration.ofMinutes(1);

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
    private final EndStays endStays;
    private final SecretKeys keys;
    private final Workers workers;
    private final OpenStore store;
    private final PublicUrl urls;
    private final Presence presence;
    private final Greeting greeting;
    private final ReadStandby standby;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch told = new CountDownLatch(1);
    private boolean stopped;

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
            EndStays endStays,
            SecretKeys keys,
            Workers workers,
            OpenStore store,
            PublicUrl urls,
            Presence presence,
            Greeting greeting,
            ReadStandby standby) {
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
        this.endStays = endStays;
        this.keys = keys;
        this.workers = workers;
        this.store = store;
        this.urls = urls;
        this.presence = presence;
        this.greeting = greeting;
        this.standby = standby;
    }

    @Override
    public void run(StartRequest request, PrintWriter out) {
        Logging.set(settings.logLevel());
        beginning.prepare();
        standby.use();
        request.before().run();
        StartInstance.Started started = beginning.start(request.account(), request.questions(), out);
        serve(() -> greeting.serving(out, started, request.account()), () -> {});
    }

    @Override
    public void runDemo(Path directory, PrintWriter out) {
        Logging.set(settings.logLevel());
        beginning.prepare();
        serve(() -> greetDemo(out), () -> remove(directory));
    }

    /** Once the server has a port: the invitation in the data is mailed with a link, and so is the log-in printed. */
    private void greetDemo(PrintWriter out) {
        Map<String, CreateUser.Created> people = demoData.fill(roster());
        greeting.demo(out, people, linkOf(DemoData.named(people, "olga").user()));
    }

    private void serve(Runnable greet, Runnable atTheEnd) {
        listen();
        hearTheEnd(atTheEnd);
        greet.run();
        Logging.gather();
        await(atTheEnd);
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
            urls.serveHere(server.port());
            mail.start();
        } catch (RefusedException taken) {
            store.close();
            throw new InstallationException(taken.reason(), taken);
        }
        presence.announce();
        if (urls.leadsNowhere()) {
            LOG.warn(
                    "links lead to {}, which is another machine for everyone else: set --public-url or ROSTER_PUBLIC_URL",
                    urls.get());
        }
        workers.every(ACTIVITY_EVERY, "writing the last activity", activity::flush);
        workers.every(PRUNE_EVERY, "pruning the audit trail", () -> pruneAuditTrail.handle(roster()));
        workers.every(PRUNE_EVERY, "removing sign-ups that nobody confirmed", () -> pruneSignUps.handle(roster()));
        workers.every(STAYS_EVERY, "deleting guests whose stay is over", () -> endStays.handle(roster()));
        workers.every(SEAL_EVERY, "sealing the audit trail", auditSealer::seal);
        workers.every(KEY_EVERY, "looking at the secret key", this::endWithoutTheKey);
    }

    /** It could not write anything any more, and what it reads it could not open. */
    private void endWithoutTheKey() {
        if (!keys.isCurrent() && ending.compareAndSet(false, true)) {
            LOG.error("the secret key of the store was replaced, this server ends; start it again with the new key");
            // Not on this thread: it is waited for.
            new Thread(() -> System.exit(ExitCodes.REFUSED), "roster-end").start();
        }
    }

    /** Before people read how to stop it. What ends the process without a signal is heard by its shutdown hook. */
    private void hearTheEnd(Runnable atTheEnd) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(atTheEnd), "roster-stop"));
        StopSignals.hear(told::countDown);
    }

    /** Until a signal comes. */
    private void await(Runnable atTheEnd) {
        try {
            told.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stop(atTheEnd);
    }

    private synchronized void stop(Runnable atTheEnd) {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            end(atTheEnd);
        } finally {
            Logging.release();
        }
    }

    private void end(Runnable atTheEnd) {
        LOG.info("stopping, running requests finish first");
        server.stop();
        mail.stop();
        workers.stop();
        presence.end();
        store.close();
        atTheEnd.run();
        LOG.info("stopped");
    }

    private static void remove(Path directory) {
        try {
            Directories.remove(directory);
        } catch (IOException left) {
            LOG.warn("could not remove the demo's directory {}", directory, left);
        }
    }
}
