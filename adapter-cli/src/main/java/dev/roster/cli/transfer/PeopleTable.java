package dev.roster.cli.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A CSV of people, one on each row, under a heading that names the columns in any order. */
final class PeopleTable {
    private static final List<String> COLUMNS =
            List.of("username", "email", "first_name", "last_name", "display_name", "role", "workspaces");
    private static final List<ProfileField<?>> NAMES =
            List.of(ProfileField.FIRST_NAME, ProfileField.LAST_NAME, ProfileField.DISPLAY_NAME);
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private final List<String> columns;

    private PeopleTable(List<String> heading) {
        this.columns = columns(heading);
    }

    /** A row and the line it begins on. */
    private record Row(long number, List<String> cells) {}

    /** @throws InstallationException when the heading is not one, or quotes do not close */
    static void read(BufferedReader text, Consumer<Line> lines) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            Row heading = next(parser);
            if (heading == null) {
                throw new InstallationException("the file is empty, expected the columns " + String.join(",", COLUMNS));
            }
            PeopleTable table = new PeopleTable(heading.cells());
            for (Row row = next(parser); row != null; row = next(parser)) {
                lines.accept(table.line(row));
            }
        } catch (JsonProcessingException malformed) {
            throw new InstallationException(
                    "the file is no CSV from line " + malformed.getLocation().getLineNr()
                            + " on, is a quotation mark missing?",
                    malformed);
        }
    }

    /** Null after the last one. */
    private static @Nullable Row next(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        JsonToken token = parser.nextToken();
        long number = parser.currentTokenLocation().getLineNr();
        while (token != JsonToken.END_ARRAY) {
            cells.add(parser.getText());
            token = parser.nextToken();
        }
        return new Row(number, cells);
    }

    private static List<String> columns(List<String> heading) {
        List<String> columns = new ArrayList<>();
        for (String given : heading) {
            String column = given.strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(column) || columns.contains(column)) {
                throw new InstallationException(
                        (columns.contains(column) ? "the column " : "unknown column ") + UserText.quote(given)
                                + (columns.contains(column) ? " is there twice" : "") + ", expected some of "
                                + String.join(",", COLUMNS) + " on the first line");
            }
            columns.add(column);
        }
        if (!columns.contains("username")) {
            throw new InstallationException("the file has no column `username`");
        }
        return columns;
    }

    private Line line(Row row) {
        try {
            return Line.of(row.number(), person(byColumn(row.cells())));
        } catch (RefusedException refused) {
            return Line.wrong(row.number(), refused);
        }
    }

    private Map<String, String> byColumn(List<String> cells) {
        if (cells.size() > columns.size()) {
            throw RefusedException.invalid(
                    "line", "the row has " + cells.size() + " cells, the heading " + columns.size());
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            byColumn.put(columns.get(at), cells.get(at));
        }
        return byColumn;
    }

    private static Entry person(Map<String, String> cells) {
        Entry.OfNewcomer named = Entry.OfNewcomer.named(new Username(cells.getOrDefault("username", "")));
        return named.withEmail(optional(cells, "email", EmailAddress::new))
                .withProfile(names(cells, named.profile()))
                .withRole(optional(cells, "role", String::strip))
                .withSeats(seats(cells.getOrDefault("workspaces", "")));
    }

    private static Profile names(Map<String, String> cells, Profile profile) {
        Profile named = profile;
        for (ProfileField<?> field : NAMES) {
            named = field.setText(named, optional(cells, field.word(), Function.identity()));
        }
        return named;
    }

    private static <T> @Nullable T optional(Map<String, String> cells, String column, Function<String, T> reading) {
        String text = cells.getOrDefault(column, "");
        return text.isBlank() ? null : reading.apply(text);
    }

    /** {@code legal;sales:manager}: each with or without a role of the membership's own. */
    private static List<Seat> seats(String text) {
        List<Seat> seats = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                seats.add(seat(part.strip()));
            }
        }
        return seats;
    }

    private static Seat seat(String part) {
        int colon = part.indexOf(':');
        return colon < 0
                ? new Seat(workspace(part), null)
                : new Seat(workspace(part.substring(0, colon).strip()), role(part.substring(colon + 1)));
    }

    private static WorkspaceName workspace(String name) {
        try {
            return new WorkspaceName(name);
        } catch (RefusedException invalid) {
            throw RefusedException.invalid("workspaces", invalid.reason());
        }
    }

    private static String role(String text) {
        if (text.isBlank()) {
            throw RefusedException.invalid("workspaces", "a role is missing behind a colon");
        }
        return text.strip();
    }
}
