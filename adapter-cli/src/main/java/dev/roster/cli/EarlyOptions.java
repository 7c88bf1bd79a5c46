package dev.roster.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets options of the commands that Label Studio has, too, stand before the command, as in {@code roster --port 80 start}. Where
 * such options are all there is, the command is {@code start}.
 */
final class EarlyOptions {
    private static final List<String> COMMANDS = List.of("start", "init", "user", "reset-password");

    private final CommandSpec root;

    EarlyOptions(CommandLine line) {
        this.root = line.getCommandSpec();
    }

    /** The arguments with such options behind the command; as they are where something else stands before it. */
    String[] behindTheCommand(String... arguments) {
        List<String> stay = new ArrayList<>();
        List<String> move = new ArrayList<>();
        int next = 0;
        while (next < arguments.length && arguments[next].startsWith("-")) {
            String word = arguments[next];
            Optional<OptionSpec> own = option(root, word);
            Optional<OptionSpec> option = own.or(() -> ofCommand(word));
            if (option.isEmpty()) {
                return arguments;
            }
            int end = Math.min(arguments.length, next + words(option.get(), word));
            (own.isPresent() ? stay : move).addAll(Arrays.asList(arguments).subList(next, end));
            next = end;
        }
        return move.isEmpty()
                ? arguments
                : ordered(stay, move, Arrays.asList(arguments).subList(next, arguments.length));
    }

    /** Where the words end that are options of the root, and values of such. */
    static int past(CommandSpec root, String... arguments) {
        int next = 0;
        while (next < arguments.length) {
            String word = arguments[next];
            Optional<OptionSpec> option = option(root, word);
            if (option.isEmpty()) {
                return next;
            }
            next = Math.min(arguments.length, next + words(option.get(), word));
        }
        return next;
    }

    private Optional<OptionSpec> ofCommand(String word) {
        return root.subcommands().entrySet().stream()
                .filter(command -> COMMANDS.contains(command.getKey()))
                .flatMap(command -> option(command.getValue().getCommandSpec(), word).stream())
                .findFirst();
    }

    private static Optional<OptionSpec> option(CommandSpec command, String word) {
        return Optional.ofNullable(command.optionsMap().get(word.split("=", 2)[0]));
    }

    private static int words(OptionSpec option, String word) {
        return option.arity().max() > 0 && word.indexOf('=') < 0 ? 2 : 1;
    }

    private static String[] ordered(List<String> stay, List<String> move, List<String> rest) {
        Stream<String> command = Stream.of(rest.isEmpty() ? "start" : rest.get(0));
        return Stream.of(stay.stream(), command, move.stream(), rest.stream().skip(1))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
