package dev.roster.cli.transfer;

import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Worded;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** How a file to import is written. */
public enum ImportFormat implements Worded {
    /** What {@code roster export} writes. */
    JSONL {
        @Override
        void read(BufferedReader text, Consumer<Line> lines) throws IOException {
            JsonLines.read(text, lines);
        }
    },
    /** A list of people. */
    CSV {
        @Override
        void read(BufferedReader text, Consumer<Line> lines) throws IOException {
            PeopleTable.read(text, lines);
        }
    };

    abstract void read(BufferedReader text, Consumer<Line> lines) throws IOException;

    /** @throws InstallationException when the name does not tell */
    static ImportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ImportFormat format : values()) {
            if (name.endsWith("." + format.word())) {
                return format;
            }
        }
        throw new InstallationException("the name of " + UserText.quote(file.toString())
                + " does not tell what it is, add --format jsonl or --format csv");
    }
}
