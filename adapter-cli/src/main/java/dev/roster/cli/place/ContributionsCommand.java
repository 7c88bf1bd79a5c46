package dev.roster.cli.place;

import dev.roster.application.dataset.ListContributions;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "contributions",
        header = "List contributions in a dataset or of a user.",
        description = "Shows one running total for each user and dataset, in order of first contribution.")
final class ContributionsCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListContributions> listContributions;

    @ArgGroup(multiplicity = "1")
    private About about;

    @Mixin
    private PageOptions pages;

    /** Whose, or where. */
    static final class About {
        @Option(names = "--dataset", paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.")
        private @Nullable String dataset;

        @Option(names = "--user", paramLabel = "USER", description = "Username, e-mail address or id.")
        private @Nullable String user;
    }

    @Inject
    ContributionsCommand(Operator operator, Names names, Output output, Provider<ListContributions> listContributions) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listContributions = listContributions;
    }

    @Override
    public void run() {
        output.list(Layouts.CONTRIBUTION, pages, source());
    }

    private Function<PageRequest, Page<Contributions.Credited>> source() {
        if (about.user != null) {
            UserId user = names.user(about.user).id();
            return page -> listContributions.get().byUser(operator.caller(), user, page);
        }
        DatasetId dataset =
                names.dataset(String.valueOf(about.dataset)).dataset().id();
        return page -> listContributions.get().toDataset(operator.caller(), dataset, page);
    }
}
