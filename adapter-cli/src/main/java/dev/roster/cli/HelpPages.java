package dev.roster.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How {@code --help} looks. The options that every command has are described once, at the root. */
final class HelpPages {
    private static final int WIDEST = 100;
    private static final int USUAL = 80;
    private static final int NARROWEST = 60;

    private HelpPages() {}

    static void layOut(CommandLine root, Terminal terminal) {
        root.setUsageHelpWidth(
                Math.max(NARROWEST, Math.min(WIDEST, terminal.columns().orElse(USUAL))));
        root.setColorScheme(Help.defaultColorScheme(terminal.isColourful() ? Help.Ansi.ON : Help.Ansi.OFF));
        root.getSubcommands().values().forEach(HelpPages::hideInherited);
    }

    private static void hideInherited(CommandLine command) {
        Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(
                UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> help.optionListExcludingGroups(ownOptions(help)));
        sections.put(UsageMessageSpec.SECTION_KEY_END_OF_OPTIONS, HelpPages::pointToRoot);
        command.setHelpSectionMap(sections);
        command.getSubcommands().values().forEach(HelpPages::hideInherited);
    }

    private static List<OptionSpec> ownOptions(Help help) {
        return help.commandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
    }

    private static String pointToRoot(Help help) {
        return "      and --output, --data-dir and more, see: roster --help" + System.lineSeparator();
    }
}
