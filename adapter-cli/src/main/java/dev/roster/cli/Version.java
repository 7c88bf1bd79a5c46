package dev.roster.cli;

import dev.roster.cli.terminal.Installation;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    private final Provider<Installation> installation;

    @Inject
    Version(Provider<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"roster " + installation.get().version()};
    }
}
