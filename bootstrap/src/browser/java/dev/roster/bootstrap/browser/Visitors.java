package dev.roster.bootstrap.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The visitors of one test. A test fails on any trouble that one of them met, whatever else it asks; where it fails, what they
 * saw last is kept below {@code target/browser}.
 */
final class Visitors implements BeforeEachCallback, AfterEachCallback {
    private static final double PATIENCE_MILLIS = 20_000;

    private final List<Visitor> visitors = new ArrayList<>();

    @Nullable
    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }

    /** Somebody new, with no cookie yet. */
    Visitor to(Site site, Way... ways) {
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Lisbon");
        for (Way way : ways) {
            way.apply(options);
        }
        BrowserContext context = Objects.requireNonNull(chromium).browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Visitor visitor = new Visitor(site, context);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        List<String> trouble = new ArrayList<>();
        for (Visitor visitor : visitors) {
            trouble.addAll(visitor.trouble());
            if (failed || !visitor.trouble().isEmpty()) {
                visitor.keep(Path.of("target", "browser"), name(context) + "-" + visitors.indexOf(visitor));
            }
            visitor.close();
        }
        visitors.clear();
        if (!failed && !trouble.isEmpty()) {
            throw new AssertionError("a visitor met trouble:\n  " + String.join("\n  ", trouble));
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
    }
}
