package dev.roster.cli;

import dev.roster.cli.terminal.Release;
import jakarta.inject.Inject;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    private final Release release;

    @Inject
    Version(Release release) {
        this.release = release;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"roster " + release.version()};
    }
}
