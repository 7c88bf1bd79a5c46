package dev.roster.cli.installation;

import dev.roster.cli.terminal.ColumnOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Setting;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "settings",
        header = "List every setting, its value and the source of the value.",
        description = "The first of these sources that has a value applies: an option; the environment "
                + "(ROSTER_DATA_DIR for data-dir); roster.properties in the data directory; a variable of "
                + "Label Studio (LABEL_STUDIO_PORT for port); the default. Secrets are masked. SERVER is the "
                + "value of the server that started last, if it differs: that server's public-url is the base "
                + "of all links, also of those that commands print.")
public final class SettingsCommand implements Runnable {
    private static final Layout<Setting> LAYOUT = Layout.<Setting>of("settings")
            .column("name", Setting::name)
            .column("value", Setting::value)
            .column("source", Setting::source)
            .column("server", Setting::server);

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = LAYOUT.names();

    private final Output output;
    private final Provider<Installation> installation;

    @Mixin
    private ColumnOptions columns;

    @Inject
    SettingsCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public void run() {
        output.list(LAYOUT, columns, installation.get().settings());
    }
}
