package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dev.roster.cli.terminal.Release;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** What needs no store is answered before the injector is built, and as by a command line that knows all commands. */
final class WithoutInjectorTest {
    private final FakeTerminal terminal = new FakeTerminal();
    private final RosterCommandLine line =
            new CliModule(terminal, new Release("1.2.3")).commandLine(WithoutInjectorTest::refused);

    private static Injector refused() {
        throw new IllegalStateException("the injector is built");
    }

    private static String[] words(String words) {
        return words.isEmpty() ? new String[0] : words.split(" ");
    }

    static Stream<String> commands() {
        return names(new Roster().commands()).filter(name -> !name.isEmpty());
    }

    private static Stream<String> names(CommandSpec command) {
        return Stream.concat(
                Stream.of(command.qualifiedName().replaceFirst("^roster ?", "")),
                command.subcommands().values().stream().distinct().flatMap(below -> names(below.getCommandSpec())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfACommandIsThatOfTheWholeTree(String command) {
        int exit = line.run(words(command + " --help"));
        String alone = terminal.take().out();
        line.run(words("help " + command));

        assertThat(exit).isZero();
        assertThat(alone).isEqualTo(terminal.take().out()).contains("Usage: roster " + command);
    }

    @Test
    void helpOfTheProgramIsThatOfTheWholeTree() {
        line.run("--help");
        String alone = terminal.take().out();
        line.run("help");

        assertThat(alone).isEqualTo(terminal.take().out()).contains("Usage: roster ", "  who-may, who-can  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "users --version", "--data-dir /nowhere --version"})
    void versionNeedsNothing(String words) {
        assertThat(line.run(words(words))).isZero();
        assertThat(terminal.take().out()).isEqualTo("roster 1.2.3" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({
        "'', Commands:",
        "users, Commands:",
        "nosuch, unknown command `nosuch`",
        "usr list, Did you mean: roster user?",
        "user create, Did you mean: roster users create?",
        "users lst, Did you mean: roster users list?",
        "--bogus, unknown option `--bogus`",
        "users list --bogus, unknown option `--bogus`",
        "users list --limit none, --limit: ",
        "--output, missing required parameter for option",
        "--output paper users list, --output: ",
        "can ada, missing required parameter",
        "help users creat, did you mean `roster users create`?",
        "--port 80 users list, unknown option"
    })
    void mistakesNeedNothing(String words, String message) {
        assertThat(line.run(words(words))).isEqualTo(2);
        assertThat(terminal.take().err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"completion fish, complete -c roster", "complete us, users", "complete users cre, create"})
    void completionNeedsNothing(String words, String printed) {
        assertThat(line.run(words(words))).isZero();
        assertThat(terminal.take().out()).contains(printed);
    }

    @Test
    void whatNeedsAStoreAsksForTheInjector() {
        for (String words : List.of("users list", "settings", "who-can user:read")) {
            assertThat(line.run(words(words))).isEqualTo(3);
            assertThat(terminal.take().err()).contains("the injector is built");
        }
    }
}
