package dev.roster.http.console.view;

import gg.jte.support.LocalizationSupport;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of the console, one file for each language. They are trusted HTML; what is put into them is escaped. */
public final class Texts implements LocalizationSupport {
    private static final String ENGLISH = "/dev/roster/http/console/texts.properties";

    private final Properties words = new Properties();

    private Texts(String resource) {
        try (InputStream file = Texts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Texts english() {
        return new Texts(ENGLISH);
    }

    public boolean knows(String key) {
        return words.containsKey(key);
    }

    /** All keys that there are. */
    public Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    /** @throws IllegalStateException for a key that is not there */
    @Override
    public String lookup(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text `" + key + "`");
        }
        return text;
    }
}
