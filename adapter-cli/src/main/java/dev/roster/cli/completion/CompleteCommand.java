package dev.roster.cli.completion;

import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Called by the scripts of {@link CompletionCommand}; it never fails, because a person who presses Tab expects no message. */
@Command(
        name = "complete",
        hidden = true,
        header = "Print what the last of the words may be completed to, a line for each.")
public final class CompleteCommand implements Runnable {
    /** Printed alone where the shell completes names of files. */
    private static final String FILES = ":files";

    private final Terminal terminal;
    private final GivenOptions given;
    private final NameCandidates names;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "What stands after roster, up to the cursor, quoted as it was typed.")
    private @Nullable List<String> words;

    @Inject
    CompleteCommand(Terminal terminal, GivenOptions given, NameCandidates names) {
        this.terminal = terminal;
        this.given = given;
        this.names = names;
    }

    @Override
    public void run() {
        List<String> typed = words == null
                ? List.of("")
                : words.stream().map(TypedWord::unquoted).toList();
        WordAtCursor word = WordAtCursor.find(spec.root(), typed);
        word.settings().forEach(given::set);
        List<String> candidates = word.candidates(names);
        PrintWriter out = terminal.out();
        if (word.isFile() && (candidates.isEmpty() || word.text().isEmpty())) {
            out.println(FILES);
        } else {
            candidates.stream().limit(NameCandidates.MOST).forEach(out::println);
        }
        out.flush();
    }
}
