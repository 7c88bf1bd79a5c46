package dev.roster.application.scenario;

import dev.roster.application.scenario.Scenario.Fact;
import dev.roster.domain.role.PredefinedRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a file of scenarios, line by line:
 *
 * <pre>
 * # what comes after a hash is for readers
 * scenario an admin may not add members
 * given user ana is admin
 * given ana in legal
 * as ana: add member bob to legal => forbidden member:add
 * </pre>
 *
 * A {@code table} is a scenario for each of its rows: {@code row STEP => ROLES else PERMISSION} is tried by one user of
 * each predefined role, called as the role is, and only those ROLES may. In it, {@code {role}} stands for each role.
 */
final class ScenarioReader {
    private static final Pattern STEP =
            Pattern.compile("as (?<actor>\\S+)(?<session> in session)?: (?<act>.*) => (?<outcome>.*)");
    private static final Pattern ROW = Pattern.compile("row (?<act>.*) => (?<roles>.*) else (?<permission>\\S+)");
    private static final String EACH_ROLE = "{role}";

    private final String file;
    private final List<Scenario> scenarios = new ArrayList<>();
    private String name = "";
    private List<Fact> given = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();

    private ScenarioReader(String file) {
        this.file = file;
    }

    static List<Scenario> read(String file, Stream<String> lines) {
        ScenarioReader reader = new ScenarioReader(file);
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(reader::line);
        reader.finish();
        return List.copyOf(reader.scenarios);
    }

    private void line(String line) {
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(' '))) {
            case "scenario", "table" -> start(rest);
            case "given" -> eachRole(rest).map(this::fact).forEach(given::add);
            case "as" -> steps.add(step(line));
            case "row" -> row(line);
            default -> throw unknown(line);
        }
    }

    private void start(String title) {
        finish();
        name = title;
        given = new ArrayList<>();
        steps = new ArrayList<>();
    }

    private void finish() {
        if (!steps.isEmpty()) {
            scenarios.add(new Scenario(file, name, List.copyOf(given), List.copyOf(steps)));
        }
    }

    private void row(String line) {
        Matcher matcher = ROW.matcher(line);
        if (!matcher.matches()) {
            throw unknown(line);
        }
        Set<String> allowed = Set.copyOf(Arrays.asList(matcher.group("roles").split(" ")));
        List<Step> tries = Arrays.stream(PredefinedRole.values())
                .map(PredefinedRole::word)
                .map(role -> "as " + role + ": " + matcher.group("act").replace(EACH_ROLE, role) + " => "
                        + (allowed.contains(role) ? "ok" : "forbidden " + matcher.group("permission")))
                .map(this::step)
                .toList();
        scenarios.add(new Scenario(file, name + ": " + matcher.group("act"), List.copyOf(given), tries));
    }

    private Fact fact(String text) {
        return first(Background.values(), kind -> kind.read(text).map(words -> new Fact(kind, words)))
                .orElseThrow(() -> unknown(text));
    }

    private Step step(String line) {
        Matcher matcher = STEP.matcher(line);
        if (!matcher.matches()) {
            throw unknown(line);
        }
        Outcome expected = Outcome.parse(matcher.group("outcome"));
        return first(
                        Act.values(),
                        act -> act.read(matcher.group("act"))
                                .map(words -> new Step(
                                        matcher.group("actor"),
                                        matcher.group("session") != null,
                                        act,
                                        words,
                                        expected,
                                        line)))
                .orElseThrow(() -> unknown(line));
    }

    private static <K, R> Optional<R> first(K[] kinds, Function<K, Optional<R>> reading) {
        return Arrays.stream(kinds).map(reading).flatMap(Optional::stream).findFirst();
    }

    private static Stream<String> eachRole(String text) {
        return text.contains(EACH_ROLE)
                ? Arrays.stream(PredefinedRole.values()).map(role -> text.replace(EACH_ROLE, role.word()))
                : Stream.of(text);
    }

    private IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("cannot read `" + text + "` in " + file + ", scenario `" + name + "`");
    }
}
