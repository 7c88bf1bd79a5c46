package dev.roster.cli;

import dev.roster.cli.terminal.Terminal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
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
        root.getSubcommands().values().forEach(HelpPages::shorten);
    }

    /** Said here because every command would inherit it from the root's annotation. */
    private static void describe(UsageMessageSpec root) {
        root.description("Every command works on the store of the data directory, with the rights of an owner, also "
                + "while servers use it. Run roster help COMMAND for more on a command. The options above, and those of start, "
                + "init, user and reset-password, may stand before the command.");
        root.exitCodeListHeading("%nExit codes:%n");
        root.exitCodeList(new TreeMap<>(Map.of(
                "0", "done",
                "1", "refused or failed; for can: denied, for doctor: something is broken",
                "2", "the command line is wrong: an unknown option, a malformed name, id, number or time")));
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
        sections.put(
                UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> help.optionListExcludingGroups(ownOptions(help)));
        sections.put(UsageMessageSpec.SECTION_KEY_END_OF_OPTIONS, HelpPages::pointToRoot);
        sections.put(
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> help.commandList(new TreeMap<>(help.subcommands())));
        command.setHelpSectionMap(sections);
        command.getSubcommands().values().forEach(HelpPages::shorten);
    }

    private static String descriptionHeading(Help help) {
        return help.commandSpec().usageMessage().description().length == 0 ? "" : help.descriptionHeading();
    }

    /** What the command itself brings, then its help. */
    private static List<OptionSpec> ownOptions(Help help) {
        return help.commandSpec().options().stream()
                .filter(option -> !option.inherited() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::usageHelp))
                .toList();
    }

    private static String pointToRoot(Help help) {
        return String.format("      and --output, --data-dir and more, see: roster --help%n");
    }
}
