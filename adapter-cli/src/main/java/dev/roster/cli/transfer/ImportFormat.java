package dev.roster.cli.transfer;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Worded;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a file to import is written. */
public enum ImportFormat implements Worded {
    /** What {@code roster export} writes. */
    JSONL("jsonl"),
    /** A list of people, as spreadsheets save it; tabs and semicolons may separate its cells, too. */
    CSV("csv", "tsv", "txt"),
    /** The {@code users.yaml} of an Argilla 1.x. */
    YAML("yaml", "yml");

    @SuppressWarnings("ImmutableEnumChecker") // the list is a copy of its own
    private final List<String> endings;

    ImportFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** Empty when the name does not tell. */
    static Optional<ImportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ImportFormat format : values()) {
            if (format.endings.stream().anyMatch(ending -> name.endsWith("." + ending))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** What text without a name is, by its first character. */
    static ImportFormat ofFirst(int character) {
        return character == '{' ? JSONL : CSV;
    }

    static InstallationException unknown(Path file) {
        return new InstallationException("the name of " + UserText.quote(file.toString())
                + " does not show the format, add --format jsonl, csv or yaml");
    }
}
