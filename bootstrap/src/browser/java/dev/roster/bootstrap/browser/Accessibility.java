package dev.roster.bootstrap.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe has against a page. */
final class Accessibility {
    private static final String SCRIPT = script();

    /** Of each serious finding: the rule, what it is about, and where. */
    private static final String ASK = """
            async () => {
              const found = await axe.run(document, { resultTypes: ["violations"] });
              return found.violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).slice(0, 4).join(" ")}`);
            }
            """;

    private Accessibility() {}

    /** Everything serious or critical. The visitor must have JavaScript. */
    static List<String> findings(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(ASK)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            // The last value of the script is no value that the browser could hand over.
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + ";undefined";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
