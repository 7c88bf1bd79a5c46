package dev.roster.cli.transfer;

import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.ProgressBar;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.UserText;
import dev.roster.domain.user.ProfileField;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A CSV of people to invite or of guests to create, read as {@code roster import} reads one. */
public final class PeopleFile {
    /** What somebody who is invited says of themselves, and what only accounts have. */
    private static final Set<String> UNREAD =
            Set.of(ProfileField.PHONE.word(), PeopleHeading.STATUS, PeopleHeading.PASSWORD_HASH);

    private static final Set<String> UNREAD_OF_GUESTS = Stream.concat(
                    UNREAD.stream(), Stream.of(PeopleHeading.ROLE, PeopleHeading.WORKSPACES, PeopleHeading.DEVELOPER))
            .collect(Collectors.toUnmodifiableSet());

    private final Terminal terminal;
    private final Output output;
    private final ProgressBar progress;

    @Inject
    PeopleFile(Terminal terminal, Output output, ProgressBar progress) {
        this.terminal = terminal;
        this.output = output;
        this.progress = progress;
    }

    /** @param skipped why this person is not invited, or null */
    public record Row(
            long line,
            Entry.@Nullable OfNewcomer person,
            @Nullable String skipped) {}

    /**
     * Reads all of it.
     *
     * @param file its name, or {@code -} for standard input
     * @throws MistakenFileException with all mistakes
     */
    public List<Row> read(Path file, TableOptions options) {
        return read(file, options, UNREAD, true);
    }

    /** The same for guests, who need no e-mail address and have their role and their place from elsewhere. */
    public List<Row> readGuests(Path file, TableOptions options) {
        return read(file, options, UNREAD_OF_GUESTS, false);
    }

    private List<Row> read(Path file, TableOptions options, Set<String> unread, boolean addressed) {
        ImportSource source = ImportSource.of(file, terminal);
        ImportFile opened = new ImportFile(source, ImportFormat.CSV, options, unread, progress);
        List<Line> lines = new ArrayList<>();
        opened.read(lines::add);
        Mistakes mistakes = new Mistakes(source.inWords());
        PeopleHeading heading = opened.heading();
        lines.forEach(line -> note(line, heading, addressed, mistakes));
        mistakes.tell();
        if (heading != null) {
            heading.leftOutInWords().ifPresent(output::say);
        }
        return lines.stream().map(PeopleFile::row).toList();
    }

    private static void note(Line line, @Nullable PeopleHeading heading, boolean addressed, Mistakes mistakes) {
        int number = Math.toIntExact(line.number());
        line.faults().forEach(fault -> {
            String title = heading == null ? null : heading.titleOf(fault.field());
            mistakes.add(number, (title == null ? "" : "column " + UserText.quote(title) + ": ") + fault.reason());
        });
        boolean isRight = line.faults().isEmpty();
        if (addressed && isRight && line.entry() instanceof Entry.OfNewcomer person && person.email() == null) {
            mistakes.add(number, UserText.quote(person.username().value()) + " has no e-mail address");
        }
    }

    private static Row row(Line line) {
        Entry.OfNewcomer person = line.entry() instanceof Entry.OfNewcomer newcomer ? newcomer : null;
        return new Row(line.number(), person, line.skipped());
    }
}
