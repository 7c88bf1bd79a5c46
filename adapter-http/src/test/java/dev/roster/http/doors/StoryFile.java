package dev.roster.http.doors;

import dev.roster.http.doors.Story.Kind;
import dev.roster.http.doors.Story.Line;
import dev.roster.http.doors.Story.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code same-people.txt}, whose head says how it is to be read. */
final class StoryFile {
    private static final Pattern GIVEN =
            Pattern.compile("given (?<name>\\S+) is (?<role>\\S+)(?<elsewhere> elsewhere)?");
    private static final Pattern DO = Pattern.compile("do as (?<caller>\\S+): (?<deed>.*)");
    private static final Pattern ALL = Pattern.compile("all as (?<caller>\\S+): (?<deed>.*) => (?<expected>.*)");
    private static final Pattern ROW = Pattern.compile("row (?<deed>.*?) +=> (?<expected>.*)");
    private static final Pattern WITHOUT = Pattern.compile("without (?<doors>[\\w, -]+): (?<why>.+)");
    private static final Pattern BUT = Pattern.compile("but (?<door>\\S+) => (?<expected>[^:]+): (?<why>.+)");
    private static final Pattern SUM = Pattern.compile("sum (?<without>\\d+) without, (?<but>\\d+) otherwise");

    private final List<Story> stories = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();
    private String name = "";
    private int without = -1;
    private int otherwise = -1;

    private StoryFile() {}

    static StoryFile read() {
        StoryFile file = new StoryFile();
        text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(file::line);
        file.finish();
        return file;
    }

    private static String text() {
        try (InputStream file = StoryFile.class.getResourceAsStream("same-people.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Story> stories() {
        return List.copyOf(stories);
    }

    /** How many pairs of a line and a door without a call the file says that it has. */
    int without() {
        return without;
    }

    /** The same of other answers. */
    int otherwise() {
        return otherwise;
    }

    private void line(String text) {
        switch (text.substring(0, text.indexOf(' '))) {
            case "story" -> {
                finish();
                name = text.substring("story ".length());
            }
            case "given" -> add(given(match(GIVEN, text), text));
            case "do" -> add(deed(Kind.DO, match(DO, text), text));
            case "all" -> add(deed(Kind.ALL, match(ALL, text), text));
            case "row" -> add(deed(Kind.ROW, match(ROW, text), text));
            case "without" -> without(match(WITHOUT, text));
            case "but" -> but(match(BUT, text));
            default -> sum(match(SUM, text));
        }
    }

    private void add(Line line) {
        lines.add(line);
    }

    private void finish() {
        if (!lines.isEmpty()) {
            stories.add(new Story(name, List.copyOf(lines)));
        }
        lines = new ArrayList<>();
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("cannot read `" + text + "`");
        }
        return matcher;
    }

    private static Line given(Matcher matcher, String text) {
        Person person = new Person(matcher.group("name"), matcher.group("role"), matcher.group("elsewhere") != null);
        return new Line(text, Kind.DO, Optional.of(person), "", Optional.empty(), "", Set.of(), Map.of());
    }

    private static Line deed(Kind kind, Matcher matcher, String text) {
        return new Line(
                text,
                kind,
                Optional.empty(),
                kind == Kind.ROW ? "" : matcher.group("caller"),
                Optional.of(Deed.read(matcher.group("deed"))
                        .orElseThrow(() -> new IllegalArgumentException("no deed in `" + text + "`"))),
                kind == Kind.DO ? "allowed" : matcher.group("expected"),
                Set.of(),
                Map.of());
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    private void without(Matcher matcher) {
        Set<String> missing = new HashSet<>(last().without());
        for (String door : matcher.group("doors").split(", ", -1)) {
            missing.add(Door.named(door).name());
        }
        lines.set(lines.size() - 1, last().with(missing, last().other()));
    }

    private void but(Matcher matcher) {
        Map<String, String> other = new HashMap<>(last().other());
        other.put(Door.named(matcher.group("door")).name(), matcher.group("expected"));
        lines.set(lines.size() - 1, last().with(last().without(), other));
    }

    private void sum(Matcher matcher) {
        without = Integer.parseInt(matcher.group("without"));
        otherwise = Integer.parseInt(matcher.group("but"));
    }
}
