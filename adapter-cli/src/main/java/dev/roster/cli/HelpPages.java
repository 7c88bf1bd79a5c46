package dev.roster.cli;

import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.terminal.Wrapping;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How {@code --help} looks. What holds for every command is said once, at the root. */
final class HelpPages {
    private static final int WIDEST = 100;
    private static final int USUAL = 80;
    private static final int NARROWEST = 60;

    private HelpPages() {}

    static void layOut(CommandLine root, Terminal terminal) {
        root.setUsageHelpWidth(
                Math.max(NARROWEST, Math.min(WIDEST, terminal.columns().orElse(USUAL))));
        root.setColorScheme(Help.defaultColorScheme(terminal.isColourful() ? Help.Ansi.ON : Help.Ansi.OFF));
        describe(root.getCommandSpec().usageMessage());
        keepWordsWhole(root);
        Map<String, IHelpSectionRenderer> sections = root.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help, options(help)));
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help, help.subcommands()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
                help -> pairs(help, spec(help).exitCodeList(), help.colorScheme()::text));
        root.setHelpSectionMap(sections);
        root.getSubcommands().values().forEach(HelpPages::shorten);
    }

    private static List<OptionSpec> options(Help help) {
        return help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing((OptionSpec option) -> !option.usageHelp() && !option.versionHelp())
                        .thenComparing(OptionSpec::longestName))
                .toList();
    }

    /** Said here because every command would inherit it from the root's annotation. */
    private static void describe(UsageMessageSpec root) {
        root.description("Every command works on the store of the data directory, with the rights of an owner, also "
                + "while servers use it. Run roster help COMMAND for more on a command. You can put the "
                + "options below, and those of start, init, user and reset-password, before the command.");
        root.exitCodeListHeading("%nExit codes:%n");
        root.exitCodeList(new TreeMap<>(Map.of(
                "0", "done; for a question: yes",
                "1",
                        "the answer is no: can denies, doctor finds something broken, audit verify a change, plan "
                                + "--exit-code something to do",
                "2", "the command line is wrong: an unknown option, a malformed name, id, number or time",
                "3", "refused or failed, as a whole or in part; also where a question has no answer")));
        root.footer(
                "",
                "Examples:",
                "  roster start --demo",
                "  roster users create ada --role owner --password-prompt",
                "  roster can ada dataset:update legal/contracts");
    }

    private static void shorten(CommandLine command) {
        Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING, HelpPages::descriptionHeading);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help, ownOptions(help)));
        sections.put(UsageMessageSpec.SECTION_KEY_END_OF_OPTIONS, HelpPages::pointToRoot);
        sections.put(
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help, new TreeMap<>(help.subcommands())));
        command.setHelpSectionMap(sections);
        keepWordsWhole(command);
        command.getSubcommands().values().forEach(HelpPages::shorten);
    }

    /** Renders what picocli would break inside words. */
    private static void keepWordsWhole(CommandLine command) {
        Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(
                UsageMessageSpec.SECTION_KEY_HEADER,
                help -> text(help, spec(help).header()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                help -> text(help, spec(help).description()));
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpPages::parameters);
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpPages::footer);
        command.setHelpSectionMap(sections);
    }

    private static UsageMessageSpec spec(Help help) {
        return help.commandSpec().usageMessage();
    }

    private static String text(Help help, String... paragraphs) {
        Wrapping wrapping = new Wrapping(spec(help).width());
        return written(Arrays.stream(paragraphs).flatMap(paragraph -> wrapping.lines(paragraph).stream()));
    }

    private static String footer(Help help) {
        Examples examples = new Examples(spec(help).width());
        return written(Arrays.stream(spec(help).footer()).flatMap(line -> examples.lines(line).stream()));
    }

    private static String written(Stream<String> lines) {
        return lines.map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static String options(Help help, List<OptionSpec> options) {
        Layout layout = layout(help, options, List.of());
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }

    private static String parameters(Help help) {
        List<PositionalParamSpec> parameters = help.commandSpec().positionalParameters();
        return help.parameterList(layout(help, ownOptions(help), parameters), help.parameterLabelRenderer());
    }

    private static Layout layout(Help help, List<OptionSpec> options, List<PositionalParamSpec> parameters) {
        Layout usual = help.createDefaultLayout(options, parameters, help.colorScheme());
        WholeWords table = new WholeWords(help.colorScheme(), usual.textTable().columns());
        table.indentWrappedLines = usual.textTable().indentWrappedLines;
        return new Layout(help.colorScheme(), table, usual.optionRenderer(), usual.parameterRenderer());
    }

    private static String commands(Help help, Map<String, Help> commands) {
        Map<String, String> headers = new LinkedHashMap<>();
        commands.values()
                .forEach(command -> headers.put(
                        command.commandNamesText(", ").plainString(),
                        String.join(" ", spec(command).header())));
        return pairs(help, headers, name -> help.colorScheme().commandText(name));
    }

    /** A table of names and what they are. */
    private static String pairs(Help help, Map<String, String> pairs, Function<String, Text> colour) {
        int first = pairs.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        WholeWords table = new WholeWords(
                help.colorScheme(),
                new Column(first, 2, Column.Overflow.SPAN),
                new Column(spec(help).width() - first, 2, Column.Overflow.WRAP));
        pairs.forEach((name, what) ->
                table.addRowValues(colour.apply(name), help.colorScheme().text(what)));
        return table.toString();
    }

    private static String descriptionHeading(Help help) {
        return help.commandSpec().usageMessage().description().length == 0 ? "" : help.descriptionHeading();
    }

    /** What the command itself brings, then its help. Java hands out methods in any order, so options on methods have one. */
    private static List<OptionSpec> ownOptions(Help help) {
        return help.commandSpec().options().stream()
                .filter(option -> !option.inherited() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::usageHelp).thenComparingInt(OptionSpec::order))
                .toList();
    }

    private static String pointToRoot(Help help) {
        return String.format("      and --output, --data-dir and more, see: roster --help%n");
    }
}
