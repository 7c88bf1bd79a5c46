package dev.roster.cli.installation;

import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Setting;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;

@Command(
        name = "settings",
        header = "List every setting, its value and where that comes from.",
        description = "An option counts before the environment (ROSTER_DATA_DIR for data-dir), that before "
                + "roster.properties in the data directory, that before a variable of Label Studio (LABEL_STUDIO_PORT for port), "
                + "and that before the default. Secrets are masked.")
public final class SettingsCommand implements Runnable {
    private static final Layout<Setting> LAYOUT = Layout.<Setting>of("settings")
            .column("name", Setting::name)
            .column("value", Setting::value)
            .column("source", Setting::source);

    private final Output output;
    private final Provider<Installation> installation;

    @Inject
    SettingsCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public void run() {
        output.list(LAYOUT, installation.get().settings());
    }
}
