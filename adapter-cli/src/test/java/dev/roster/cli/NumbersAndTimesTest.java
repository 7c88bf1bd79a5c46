package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import dev.roster.cli.terminal.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every number, time and length of time that a command takes, at its edges and beyond them. */
final class NumbersAndTimesTest {
    private static final List<String> NO_NUMBERS = List.of(
            "",
            "+5",
            " 5",
            "5 ",
            "05",
            "-05",
            "5.0",
            "5e1",
            "0x5",
            "5L",
            "NaN",
            "1_000",
            "1,000",
            "٣",
            "５",
            "½",
            "Ⅳ",
            "9223372036854775808",
            "99999999999999999999");
    private static final List<String> NO_TIMES = List.of(
            "",
            "now",
            "0000-12-31T23:59:59Z",
            "0000-12-31",
            "0001-01-01T00:00:00+00:01",
            "9999-12-31T23:59:59-00:01",
            "+10000-01-01T00:00:00Z",
            "10000-01-01",
            "-0001-01-01",
            "2026-06-30T23:59:60Z",
            "2026-02-30",
            "2026-3-1",
            "2026-03-01T08:30Z",
            "2026-03-01T08:30:00",
            "2026-03-01T08:30:00.1234567890Z",
            "٢٠٢٦-03-01",
            "２０２６-03-01",
            "1772354400",
            " 2026-03-01");
    private static final List<String> NO_LENGTHS = List.of(
            "7",
            "d",
            "7w",
            "7D",
            "7 d",
            "-7d",
            "+7d",
            "1.5h",
            "1e3s",
            "٧d",
            "７d",
            "P1D",
            "PT1H",
            "1000000d",
            "9223372036854775808s",
            "∞");
    private static final List<String> TIMES =
            List.of("0001-01-01", "1677-09-21T00:12:43Z", "2262-04-11T23:47:17Z", "9999-12-31T23:59:59.999999999Z");
    private static final List<String> LENGTHS = List.of("0s", "1s", "1m", "0d", "999999s", "999999m");

    /** What of an option or parameter is wrong, and what is not. */
    private record Edges(String complaint, List<String> outside, List<String> inside) {}

    private static final Edges NUMBER = new Edges("invalid number", NO_NUMBERS, List.of("1", "999999"));
    private static final Edges TIME =
            new Edges("invalid time", both(both(NO_TIMES, NO_LENGTHS), List.of("999999d")), both(TIMES, LENGTHS));
    private static final Edges END = new Edges("invalid time", both(NO_TIMES, NO_LENGTHS), both(TIMES, LENGTHS));
    private static final Edges LENGTH =
            new Edges("invalid length of time", both(NO_TIMES, NO_LENGTHS), both(LENGTHS, List.of("0", "999999d")));
    private static final Map<Class<?>, Edges> BY_TYPE = Map.of(
            int.class, NUMBER,
            Integer.class, NUMBER,
            long.class, NUMBER,
            Long.class, NUMBER,
            Instant.class, TIME,
            End.class, END,
            Duration.class, LENGTH);

    /** What stands before a parameter that is a number. */
    private static final Map<String, List<String>> BEFORE =
            Map.of("roster contribute", List.of("legal/letters", "ada"));

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A place for a value on the command line. */
    record Input(String command, ArgSpec argument) {
        Edges edges() {
            return Objects.requireNonNull(BY_TYPE.get(argument.type()));
        }

        String[] with(String value) {
            List<String> line = new ArrayList<>(List.of(command.split(" ")));
            line.remove(0);
            if (argument instanceof OptionSpec option) {
                line.add(option.longestName() + "=" + value);
            } else {
                line.addAll(BEFORE.getOrDefault(command, List.of()));
                line.addAll(List.of("--", value));
            }
            return line.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return command + " "
                    + (argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel());
        }
    }

    static Stream<Input> inputs() {
        return inputs(new Roster().commands());
    }

    private static Stream<Input> inputs(CommandSpec command) {
        Stream<Input> own = command.args().stream()
                .filter(argument -> BY_TYPE.containsKey(argument.type()))
                .map(argument -> new Input(command.qualifiedName(), argument));
        return Stream.concat(
                own,
                command.subcommands().values().stream().distinct().flatMap(below -> inputs(below.getCommandSpec())));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyInputIsReadStrictly(Input input) {
        Roster roster = new Roster();
        for (String value : input.edges().outside()) {
            Ran ran = roster.run(input.with(value));

            assertThat(ran.exit()).as("%s %s", input, value).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .as("%s %s", input, value)
                    .startsWith("roster: ")
                    .contains(": " + input.edges().complaint() + " `" + value + "`");
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyInputTakesWhatIsAtItsEdges(Input input) {
        Roster roster = new Roster();
        for (String value : input.edges().inside()) {
            Ran ran = roster.run(input.with(value));

            assertThat(ran.err())
                    .as("%s %s", input, value)
                    .doesNotContain(input.edges().complaint(), "Exception", "unexpected", "defect");
        }
    }

    @Test
    void limitsTimesEndsAndLengthsAreAmongThem() {
        assertThat(inputs().map(Input::toString))
                .hasSizeGreaterThan(15)
                .contains("roster users list --limit", "roster audit --since", "roster keys refresh --grace");
        assertThat(inputs().map(Input::edges)).contains(NUMBER, TIME, END, LENGTH);
        assertThat(inputs().filter(input -> input.argument() instanceof PositionalParamSpec))
                .allMatch(input -> BEFORE.containsKey(input.command()));
    }

    @Test
    void aLimitIsAtLeastOne() {
        for (String limit : List.of("0", "-1", "-0", "9223372036854775807", "1000000000000000000")) {
            assertThat(new Roster().run("users", "list", "--limit=" + limit).exit())
                    .as(limit)
                    .isEqualTo(2);
        }
        assertThat(new Roster()
                        .run("users", "list", "--limit=999999999999999999")
                        .exit())
                .isZero();
    }
}
