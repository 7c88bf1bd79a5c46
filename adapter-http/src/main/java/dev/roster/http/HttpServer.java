package dev.roster.http;

import dev.roster.domain.RefusedException;
import dev.roster.http.console.Console;
import dev.roster.http.patience.ConnectionWatch;
import dev.roster.http.web.Dialect;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: started once, stopped once, on one port. */
@Singleton
public final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    /** How long a connection without a running request is kept while the server stops. */
    private static final long SHUTDOWN_IDLE_MILLIS = 50;

    /** How long a connection is kept on which nothing happens. */
    private static final long IDLE_MILLIS = 30_000;

    private final HttpSettings settings;
    private final NativeDialect nativeApi;
    private final Operations operations;
    private final Console console;
    private final Map<String, Dialect> dialects;
    private final Mounts mounts;
    private final MeterRegistry metrics;
    private @Nullable Javalin javalin;

    @Inject
    HttpServer(
            HttpSettings settings,
            NativeDialect nativeApi,
            Operations operations,
            Console console,
            Map<String, Dialect> dialects,
            Mounts mounts,
            MeterRegistry metrics) {
        this.settings = settings;
        this.nativeApi = nativeApi;
        this.operations = operations;
        this.console = console;
        this.dialects = dialects;
        this.mounts = mounts;
        this.metrics = metrics;
    }

    /**
     * Opens the port.
     *
     * @throws RefusedException CONFLICT naming {@code port}, when something else listens there, and {@code host}, when that
     *     is no address of this machine
     */
    public synchronized void start() {
        dialects.values().forEach(Dialect::prepare);
        Javalin starting = Javalin.create(this::configure);
        try {
            starting.start(settings.host(), settings.port());
        } catch (JavalinBindException taken) {
            starting.stop();
            throw new ListenAddress(settings.host(), settings.port()).refusal();
        }
        javalin = starting;
    }

    /** The port it really listens on. */
    public synchronized int port() {
        if (javalin == null) {
            throw new IllegalStateException("not started");
        }
        return javalin.port();
    }

    /** Takes no more requests, and returns when those that run have finished or their time is over. */
    public synchronized void stop() {
        if (javalin == null) {
            return;
        }
        try {
            javalin.stop();
        } catch (JavalinException late) {
            LOG.warn("requests were still running after {} and were cut off", settings.stopWithin(), late);
        }
        javalin = null;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        configureJetty(config.jetty);
        mount(config.routes);
        config.routes.exception(HttpResponseException.class, Unrouted::answer);
    }

    private void configureJetty(JettyConfig jetty) {
        ConnectionWatch watch = new ConnectionWatch(settings.patience(), metrics);
        jetty.modifyServer(server -> {
            GracefulHandler graceful = new GracefulHandler();
            graceful.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
            watch.setHandler(graceful);
            server.setHandler(watch);
            server.setStopTimeout(settings.stopWithin().toMillis());
            server.setErrorHandler(new RawProblems());
        });
        jetty.addConnector((server, http) -> connector(server, http, watch));
        jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new RawProblems()));
        jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private Connector connector(Server server, HttpConfiguration http, ConnectionWatch watch) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addEventListener(watch);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        return connector;
    }

    private void mount(RoutesConfig router) {
        mounts.mount(router, nativeApi, nativeApi.prefix());
        mounts.mount(router, operations, operations.prefix());
        mounts.mount(router, console, console.prefix());
        dialects.values().forEach(dialect -> mounts.mount(router, dialect, dialect.prefix()));
        Dialect root = root();
        if (root != operations) {
            // Where the console has a page at the path of a client's, it speaks for both.
            mounts.mount(router, root, "");
        }
        mounts.mountNothing(router, nativeApi, nativeApi.prefix());
        dialects.values().forEach(dialect -> mounts.mountNothing(router, dialect, dialect.prefix()));
        mounts.mountNothing(router, new Elsewhere(root, console), "");
    }

    private Dialect root() {
        String wanted = settings.rootDialect();
        if (wanted == null) {
            return operations;
        }
        Dialect root = dialects.get(wanted);
        if (root == null) {
            throw RefusedException.invalid(
                    "root_dialect",
                    "unknown root dialect `" + wanted + "`, expected one of "
                            + dialects.keySet().stream().sorted().toList());
        }
        return root;
    }
}
