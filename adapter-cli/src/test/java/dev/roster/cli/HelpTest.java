package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class HelpTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+)(?:, [a-z_-]+)? +[A-Z]");

    private final Roster roster = new Roster();

    private static final List<List<String>> COMMANDS = everyCommand();

    static Stream<List<String>> commands() {
        return COMMANDS.stream();
    }

    /** Found in the help of the command above it. */
    private static List<List<String>> everyCommand() {
        List<List<String>> found = new ArrayList<>(List.of(List.of()));
        Roster roster = new Roster();
        for (int next = 0; next < found.size(); next++) {
            String help = roster.run(with(found.get(next), "--help")).out();
            int list = help.indexOf("\nCommands:\n");
            Matcher matcher = COMMAND.matcher(list < 0 ? "" : help.substring(list));
            while (matcher.find()) {
                found.add(List.of(with(found.get(next), matcher.group(1))));
            }
        }
        return found;
    }

    private static String[] with(List<String> command, String last) {
        return Stream.concat(command.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatFits(List<String> command) {
        roster.terminal().columns(300);

        Ran ran = roster.run(with(command, "--help"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).matches("(?s)[A-Z].*\\nUsage: roster.*");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(ran.out()).doesNotContain("null", "${", "%n");
    }

    @Test
    void thereAreManyCommands() {
        assertThat(commands().count()).isGreaterThan(50);
    }

    @Test
    void aLineForEveryOptionSaysWhatItIsFor() {
        assertThat(commands().map(command -> roster.run(with(command, "--help")).out()))
                .allSatisfy(help -> assertThat(help).doesNotContainPattern("(?m)^ +--[a-z-]+(=[A-Z]+)?\\s*\\n +-"));
    }

    /** Java lists the methods of a class in any order. */
    @Test
    void optionsOnMethodsHaveAnOrder() {
        assertThat(commands()
                        .map(command -> specOf(command).options().stream()
                                .filter(option -> option.userObject() instanceof Method && !option.inherited())
                                .map(OptionSpec::order)
                                .toList()))
                .allSatisfy(orders -> assertThat(orders).doesNotHaveDuplicates());
    }

    private CommandSpec specOf(List<String> command) {
        CommandLine line = roster.line();
        for (String word : command) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }
        return line.getCommandSpec();
    }

    @Test
    void helpCommandWalksToSubcommands() {
        assertThat(roster.run("help", "users", "create")).isEqualTo(roster.run("users", "create", "--help"));
        assertThat(roster.run("help", "users", "creat").err())
                .isEqualTo("roster: unknown command `roster users creat`, did you mean `roster users create`?"
                        + System.lineSeparator() + "Try: roster help --help" + System.lineSeparator());
    }

    @Test
    void versionIsTheInstallations() {
        assertThat(roster.run("version").out()).isEqualTo("roster 1.2.3" + System.lineSeparator());
        assertThat(roster.run("--version").out()).isEqualTo("roster 1.2.3" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "users"})
    void groupWithoutCommandShowsItsHelp(String group) {
        Ran ran = group.isEmpty() ? roster.run() : roster.run(group);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Commands:");
    }

    @Test
    void coloursShowOnlyWhereTheyAreWanted() {
        String plain = roster.run("--help").out();
        roster.terminal().colourful();
        String coloured = roster.run("--help").out();

        assertThat(plain).doesNotContain("\u001B");
        assertThat(coloured).contains("\u001B[");
    }
}
