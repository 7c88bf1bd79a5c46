package dev.roster.cli.completion;

import dev.roster.cli.terminal.ColumnOptions;
import dev.roster.domain.text.Worded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The last word of a command line that is being typed, and what it may be: a command, an option or the value of one.
 *
 * @param command that the words before it lead to
 * @param argument whose value it is, or null
 * @param before what of the word is not the value: {@code --role=}
 * @param text what is typed of it
 * @param isFirst whether the command has got no argument before it, so that a subcommand may stand here
 * @param settings of the words before it that say which store is meant
 */
record WordAtCursor(
        CommandSpec command,
        @Nullable ArgSpec argument,
        String before,
        String text,
        boolean isFirst,
        Map<String, String> settings) {
    private static final Set<String> FILES = Set.of("FILE", "DIR", "REPORT", "LINKS");

    /** Walks over the words as the parser does. */
    static WordAtCursor find(CommandSpec root, List<String> words) {
        Map<String, String> settings = new LinkedHashMap<>();
        // What follows help is a command.
        boolean isHelp = words.size() > 1 && words.get(0).equals("help");
        List<String> typed = isHelp ? words.subList(1, words.size()) : words;
        CommandSpec command = root;
        OptionSpec open = null;
        int positionals = 0;
        for (String word : typed.subList(0, typed.size() - 1)) {
            CommandLine below = positionals == 0 ? command.subcommands().get(word) : null;
            if (open != null) {
                settings.put(plain(open), word);
                open = null;
            } else if (word.startsWith("-")) {
                open = open(command, word, settings);
            } else if (below != null) {
                command = below.getCommandSpec();
            } else {
                positionals++;
            }
        }
        return last(command, isHelp ? null : open, isHelp ? -1 : positionals, typed.get(typed.size() - 1), settings);
    }

    private static @Nullable OptionSpec open(CommandSpec command, String word, Map<String, String> settings) {
        String[] parts = word.split("=", 2);
        OptionSpec option = command.optionsMap().get(parts[0]);
        if (option != null && parts.length > 1) {
            settings.put(plain(option), parts[1]);
        }
        return option != null && parts.length == 1 && option.arity().max() > 0 ? option : null;
    }

    private static String plain(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private static WordAtCursor last(
            CommandSpec command,
            @Nullable OptionSpec open,
            int positionals,
            String word,
            Map<String, String> settings) {
        settings.keySet().retainAll(Set.of("data-dir", "database"));
        int assigned = open == null && word.startsWith("-") ? word.indexOf('=') : -1;
        if (assigned > 0) {
            OptionSpec option = command.optionsMap().get(word.substring(0, assigned));
            return new WordAtCursor(
                    command, option, word.substring(0, assigned + 1), word.substring(assigned + 1), false, settings);
        }
        ArgSpec argument = open == null && !word.startsWith("-") ? positional(command, positionals) : open;
        return new WordAtCursor(command, argument, "", word, open == null && positionals <= 0, settings);
    }

    private static @Nullable ArgSpec positional(CommandSpec command, int index) {
        return command.positionalParameters().stream()
                .filter(parameter -> index >= 0 && parameter.index().contains(index))
                .findFirst()
                .orElse(null);
    }

    boolean isFile() {
        return argument != null
                && (FILES.contains(argument.paramLabel()) || argument.auxiliaryTypes()[0] == Path.class);
    }

    /** Whole words that start as this one, in the spelling that the parser takes. */
    List<String> candidates(NameCandidates names) {
        List<String> words = new ArrayList<>(fixed());
        if (argument != null) {
            words.addAll(names.like(argument.paramLabel(), text));
        }
        String start = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(start))
                .map(word -> before + word)
                .distinct()
                .toList();
    }

    private List<String> fixed() {
        if (text.startsWith("-") && argument == null && before.isEmpty()) {
            return command.options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
        }
        return Stream.concat(
                        isFirst ? commands() : Stream.empty(),
                        argument == null ? Stream.empty() : values(argument, text))
                .toList();
    }

    private Stream<String> commands() {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .map(CommandSpec::name);
    }

    private static Stream<String> values(ArgSpec argument, String text) {
        if (argument.paramLabel().equals(ColumnOptions.LABEL)) {
            return ListedColumns.after(argument.command().qualifiedName(), text);
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .flatMap(value -> value instanceof Worded worded ? Stream.of(worded.word()) : Stream.empty());
        }
        if (argument.paramLabel().contains("|")) {
            return Arrays.stream(argument.paramLabel().split("\\|"));
        }
        Iterable<String> known = argument.completionCandidates();
        return known == null ? Stream.empty() : StreamSupport.stream(known.spliterator(), false);
    }
}
