package dev.roster.cli;

import dev.roster.cli.terminal.Misspelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a command line that was not understood may have been meant to be. Words are taken for the same thing in singular and
 * plural, for another word of the same kind ({@code ls} for {@code list}), and for a misspelling, in this order.
 */
final class MeantCommand {
    private static final int MOST = 3;
    private static final List<Set<String>> KINDS = List.of(
            Set.of("list", "ls", "all", "index"),
            Set.of("show", "get", "info", "view", "describe", "display", "cat"),
            Set.of("create", "add", "new", "register", "make", "insert"),
            Set.of("delete", "remove", "rm", "del", "destroy", "drop", "revoke", "end", "unregister"),
            Set.of("update", "edit", "change", "modify", "set", "set-role"),
            Set.of("update", "rename", "retitle"),
            Set.of("deactivate", "disable", "suspend", "block", "lock"),
            Set.of("reactivate", "activate", "enable", "unblock", "unlock"),
            Set.of("refresh", "renew", "rotate", "reset", "regenerate"),
            Set.of("start", "serve", "run", "up"));

    private MeantCommand() {}

    /** Whole commands, or options, the likeliest first; empty for none. */
    static List<String> of(ParameterException wrong, List<String> arguments, CommandTree commands) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            return options(
                    unmatched.getUnmatched().get(0),
                    command.getCommandSpec().optionsMap().keySet());
        }
        if (command.getSubcommands().isEmpty()) {
            return besides(command, after(command.getCommandName(), arguments), commands);
        }
        return wrong instanceof UnmatchedArgumentException unmatched
                ? below(command, unmatched.getUnmatched())
                : List.of();
    }

    /** One letter is near to any other. */
    private static List<String> options(String word, Set<String> known) {
        return word.startsWith("--")
                ? new Misspelling(word).candidates(known)
                : known.stream().filter(word::equalsIgnoreCase).toList();
    }

    /** The commands that the words may mean in a group, or in the group with the plural of a command's name. */
    static List<String> at(CommandLine command, List<String> words, CommandTree commands) {
        return command.getSubcommands().isEmpty() ? besides(command, words, commands) : below(command, words);
    }

    /** {@code user create} is {@code users create}, although there is a command {@code user}. */
    private static List<String> besides(CommandLine command, List<String> words, CommandTree commands) {
        CommandLine parent = command.getParent();
        if (parent == null || words.isEmpty()) {
            return List.of();
        }
        String name = command.getCommandName();
        // Beside a command of the root there may be nothing but it.
        CommandLine all = parent.getParent() == null ? commands.whole() : parent;
        return all.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(name) && singular(entry.getKey()).equals(singular(name)))
                .filter(entry -> !names(entry.getValue(), words.get(0)).isEmpty())
                .flatMap(entry -> below(entry.getValue(), words).stream())
                .toList();
    }

    private static List<String> below(CommandLine group, List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> rest = words.subList(1, words.size());
        List<String> meant = new ArrayList<>();
        for (String name : names(group, words.get(0))) {
            CommandLine found = Objects.requireNonNull(group.getSubcommands().get(name), name);
            List<String> deeper = found.getSubcommands().isEmpty() ? List.of() : below(found, rest);
            meant.addAll(deeper.isEmpty() ? List.of(found.getCommandSpec().qualifiedName()) : deeper);
        }
        return meant.stream().distinct().limit(MOST).toList();
    }

    /** The names of commands of a group that a word may mean. */
    private static List<String> names(CommandLine group, String word) {
        List<String> known = group.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
        return Stream.of(
                        known.stream().filter(word::equals).toList(),
                        known.stream()
                                .filter(name -> singular(name).equals(singular(word)))
                                .toList(),
                        known.stream().filter(name -> isSameKind(name, word)).toList(),
                        new Misspelling(word).candidates(known))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isSameKind(String name, String word) {
        return KINDS.stream().anyMatch(kind -> kind.contains(name) && kind.contains(word));
    }

    private static List<String> after(String name, List<String> arguments) {
        int at = arguments.indexOf(name);
        return at < 0 ? List.of() : arguments.subList(at + 1, arguments.size());
    }
}
