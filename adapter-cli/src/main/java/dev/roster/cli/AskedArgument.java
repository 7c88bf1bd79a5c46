package dev.roster.cli;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.UnknownName;
import dev.roster.domain.UserText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The option or parameter that a refusal is about. A refusal names its field in the spelling of the native API, as
 * {@code expires_at}; on a terminal the same thing is {@code --expires}.
 */
final class AskedArgument {
    /** Options that are called otherwise than the field without its ending. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "most_uses", "uses", "domains", "domain", "permissions", "permission", "grace_period_seconds", "grace");

    /** May as well come from a prompt or a file, where a wrong one is no wrong command line. */
    private static final Set<String> SECRETS = Set.of("password", "user_token");

    private static final Pattern ENDING = Pattern.compile("_(id|at)$");

    private final CommandLine command;
    private final RefusedException refused;
    private final String field;

    AskedArgument(CommandLine command, RefusedException refused) {
        this.command = command;
        this.refused = refused;
        this.field = String.valueOf(refused.field());
    }

    /** The option as it is typed, or the parameter as the help calls it. */
    static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What was refused, in the words of the command line. */
    String inWords() {
        return given().map(this::aboutGiven).or(this::aboutMissing).orElseGet(refused::reason);
    }

    /** Whether the words of the command line alone show that the refusal will come. */
    boolean isMalformed() {
        return refused.isMalformed() && !SECRETS.contains(field) && given().isPresent();
    }

    /**
     * What is wrong with the value of an argument, with the argument named.
     *
     * @param field in the spelling of the native API; null for a value that has none
     */
    static String inWords(ArgSpec argument, @Nullable String field, String reason) {
        String renamed = field == null ? reason : renamed(argument, field, reason);
        return renamed.equals(reason) ? name(argument) + ": " + reason : renamed;
    }

    private String aboutGiven(ArgSpec argument) {
        String reason = asTyped(argument, refused.reason());
        return refused.kind() == Kind.INVALID ? inWords(argument, field, reason) : reason;
    }

    /** An option may be asked for that was not given. */
    private Optional<String> aboutMissing() {
        return field.contains("_")
                ? arguments()
                        .filter(this::isAsked)
                        .findFirst()
                        .map(argument -> renamed(argument, field, refused.reason()))
                : Optional.empty();
    }

    /** A field that is a common word, as {@code role}, may mean something else further on in the sentence. */
    private static String renamed(ArgSpec argument, String field, String reason) {
        String word = field.contains("_") ? "\\b" + field + "\\b" : "^" + field + "(?= )";
        return Pattern.compile(word).matcher(reason).replaceAll(Matcher.quoteReplacement(name(argument)));
    }

    /** With {@code 400d} where the value that was made of it is quoted. */
    private static String asTyped(ArgSpec argument, String reason) {
        List<?> values = argument.typedValues();
        List<String> typed = argument.stringValues();
        String words = reason;
        for (int each = 0; each < Math.min(values.size(), typed.size()); each++) {
            words = words.replace("`" + values.get(each) + "`", UserText.quote(typed.get(each)));
        }
        return words;
    }

    private Optional<ArgSpec> given() {
        CommandLine.@Nullable ParseResult parsed = command.getParseResult();
        return parsed == null
                ? Optional.empty()
                : arguments().filter(this::isAsked).filter(this::isGiven).findFirst();
    }

    private boolean isGiven(ArgSpec argument) {
        UnknownName unknown = refused.unknownName();
        List<String> values = argument.stringValues();
        return !values.isEmpty() && (unknown == null || values.contains(unknown.name()));
    }

    /** What is wrong in a file is not wrong with the name of the file. */
    private Stream<ArgSpec> arguments() {
        return command.getCommandSpec().args().stream()
                .filter(argument -> !argument.inherited() && argument.auxiliaryTypes()[0] != Path.class);
    }

    private boolean isAsked(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "").replace('-', '_')
                : argument.paramLabel().toLowerCase(Locale.ROOT);
        return name.equals(field)
                || name.equals(OTHERWISE.get(field))
                || name.equals(ENDING.matcher(field).replaceFirst(""));
    }
}
