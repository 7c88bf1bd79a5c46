package dev.roster.cli.transfer;

import dev.roster.application.port.ForeignPlatform;
import dev.roster.cli.terminal.ApiKeyOptions;
import dev.roster.cli.terminal.Secrets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every import from another platform takes. A command for one is its words, and the word that it is bound under. */
@Command
abstract class ImportPlatformCommand implements Callable<Integer> {
    private final String platform;
    private final PlatformImport platformImport;
    private final Secrets secrets;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "The URL of the other server, as for its SDK.")
    private String url;

    @Mixin
    private ApiKeyOptions key;

    @Option(names = "--dry-run", description = "Show the changes without making them.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    ImportPlatformCommand(String platform, PlatformImport platformImport, Secrets secrets) {
        this.platform = platform;
        this.platformImport = platformImport;
        this.secrets = secrets;
    }

    @Override
    public final Integer call() {
        PlatformImport.Way unless = yes ? PlatformImport.Way.AT_ONCE : PlatformImport.Way.ASKING;
        return platformImport.run(
                platform,
                new ForeignPlatform.Address(url, key.read(secrets)),
                dryRun ? PlatformImport.Way.DRY_RUN : unless);
    }
}
