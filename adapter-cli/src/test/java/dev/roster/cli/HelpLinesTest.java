package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of every command in narrow terminals: no word breaks, and examples work when they are pasted. */
final class HelpLinesTest {
    private static final List<Integer> WIDTHS = List.of(80, 100);
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final String GOES_ON = " \\";

    private final Roster roster = new Roster();

    private static final CommandSpec ROOT = new Roster().commands();

    static Stream<String> commands() {
        return below(ROOT).map(CommandSpec::qualifiedName).distinct();
    }

    private static Stream<CommandSpec> below(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(HelpLinesTest::below));
    }

    private static CommandSpec spec(String name) {
        return below(ROOT)
                .filter(command -> command.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> help(String name, int columns) {
        roster.terminal().columns(columns);
        String[] words = (name + " --help").split(" ", -1);
        return roster.run(Arrays.copyOfRange(words, 1, words.length))
                .out()
                .lines()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineBreaksAWordAndExamplesWorkWhenTheyArePasted(String name) {
        Set<String> written = texts(spec(name)).flatMap(HelpLinesTest::words).collect(Collectors.toSet());
        List<String> whole = Stream.of(spec(name).usageMessage().footer())
                .filter(HelpLinesTest::isExample)
                .map(String::strip)
                .toList();
        List<String> pasted = examples(help(name, 80));

        assertThat(pasted).containsAll(whole);
        for (int width : WIDTHS) {
            List<String> help = help(name, width);
            assertThat(help).as(name).allMatch(line -> line.length() <= width);
            assertThat(words(String.join(" ", help)))
                    .as("%s in %s", name, width)
                    .containsAll(written);
            assertThat(examples(help)).isEqualTo(pasted);
        }
        for (String example : pasted) {
            assertThatCode(() -> new Roster().line().parseArgs(typed(example)))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    private static boolean isExample(String line) {
        return line.matches("  ((pass show |[A-Z_]+=)\\S+.*)?\\broster .*");
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"));
    }

    private static Stream<String> texts(CommandSpec command) {
        var usage = command.usageMessage();
        Stream<String> arguments = command.args().stream()
                .filter(argument -> !argument.hidden() && !isSaidAtTheRoot(argument))
                .flatMap(HelpLinesTest::description);
        Stream<String> commands = command.subcommands().values().stream()
                .map(line -> line.getCommandSpec().usageMessage())
                .filter(sub -> !sub.hidden())
                .flatMap(sub -> Stream.of(sub.header()));
        return Stream.of(
                        Stream.of(usage.header()),
                        Stream.of(usage.description()),
                        Stream.of(usage.footer()),
                        arguments,
                        commands)
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank());
    }

    private static boolean isSaidAtTheRoot(ArgSpec argument) {
        return argument instanceof OptionSpec option && (option.inherited() || option.versionHelp());
    }

    private static Stream<String> description(ArgSpec argument) {
        return Stream.of(argument.description()).filter(text -> !text.contains("${"));
    }

    @Test
    void thereAreManyExamplesAndSomeTakeTwoLines() {
        assertThat(below(ROOT)
                        .flatMap(command -> Stream.of(command.usageMessage().footer())))
                .filteredOn(HelpLinesTest::isExample)
                .hasSizeGreaterThan(80);
        assertThat(help("roster import label-studio", 80)).anyMatch(line -> line.endsWith(GOES_ON));
    }

    /** As a shell joins the lines. */
    private static List<String> examples(List<String> help) {
        List<String> examples = new ArrayList<>();
        boolean goesOn = false;
        int start = help.indexOf("Examples:");
        for (String line : start < 0 ? List.<String>of() : help.subList(start, help.size())) {
            String text = line.strip();
            if (goesOn) {
                examples.add(examples.remove(examples.size() - 1) + " " + withoutEnd(text));
            } else if (isExample(line)) {
                examples.add(withoutEnd(text));
            }
            goesOn = (goesOn || line.startsWith("  ")) && line.endsWith(GOES_ON);
        }
        return examples;
    }

    private static String withoutEnd(String line) {
        return line.endsWith(GOES_ON) ? line.substring(0, line.length() - GOES_ON.length()) : line;
    }

    /** What the shell hands to the program, up to where its output goes. */
    private static String[] typed(String example) {
        String command = example.replaceFirst("^.*\\| (?=roster )", "").replaceFirst("^[A-Z_]+=\\S+ ", "");
        List<String> words =
                WORD.matcher(command).results().map(MatchResult::group).toList();
        return words.stream()
                .skip(1)
                .takeWhile(word -> !word.matches("[|>#]|2?>.*|&&"))
                .map(word -> word.replace("\"", "").replace("'", ""))
                .toArray(String[]::new);
    }
}
