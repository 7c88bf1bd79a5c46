package dev.roster.cli.transfer;

import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.transfer.Sheet.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/** A CSV of people, one on each row, under a heading that names the columns in any order. */
final class PeopleTable {
    private final PeopleHeading heading;
    private final TableOptions options;

    private PeopleTable(PeopleHeading heading, TableOptions options) {
        this.heading = heading;
        this.options = options;
    }

    /**
     * Hands over what is wrong with the heading, and the people as far as it says where their names are.
     *
     * @param unread the fields that are not wanted
     * @return the heading
     * @throws InstallationException for a file that is empty
     */
    static PeopleHeading read(BufferedReader text, TableOptions options, Set<String> unread, Consumer<Line> lines)
            throws IOException {
        try (Sheet sheet = Sheet.of(text)) {
            Row first = firstOf(sheet);
            PeopleHeading heading = new PeopleHeading(first.cells(), options, unread);
            if (!heading.faults().isEmpty()) {
                lines.accept(Line.wrong(first.line(), null, heading.faults()));
            }
            if (heading.namesPeople()) {
                new PeopleTable(heading, options).readRows(sheet, lines);
            }
            return heading;
        }
    }

    private static Row firstOf(Sheet sheet) throws IOException {
        try {
            Row first = sheet.next();
            if (first == null) {
                throw new InstallationException(
                        "the file is empty, expected the columns " + String.join(",", PeopleHeading.FIELDS));
            }
            return first;
        } catch (Sheet.BrokenException broken) {
            throw new InstallationException(
                    "line " + broken.line() + ": " + broken.fault().reason(), broken);
        }
    }

    private void readRows(Sheet sheet, Consumer<Line> lines) throws IOException {
        try {
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                lines.accept(new PeopleRow(row, heading, options).line());
            }
        } catch (Sheet.BrokenException broken) {
            lines.accept(Line.wrong(broken.line(), broken.fault()));
        }
    }
}
