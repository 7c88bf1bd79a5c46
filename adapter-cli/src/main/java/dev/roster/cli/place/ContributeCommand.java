package dev.roster.cli.place;

import dev.roster.application.dataset.RecordContribution;
import dev.roster.application.port.Contributions;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "contribute", header = "Record annotations of a user in a dataset.")
final class ContributeCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<RecordContribution> recordContribution;

    @Parameters(index = "0", paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.")
    private String dataset;

    @Parameters(index = "1", paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Option(
            names = "--count",
            paramLabel = "N",
            required = true,
            converter = PageOptions.AtLeastOne.class,
            description = "The number of annotations, 1 to 1,000,000.")
    private long count;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The time of the contribution, such as 2026-03-02T09:00:00Z; default: now.")
    private @Nullable Instant at;

    @Inject
    ContributeCommand(Operator operator, Names names, Output output, Provider<RecordContribution> recordContribution) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.recordContribution = recordContribution;
    }

    @Override
    public void run() {
        RecordContribution.Command command = new RecordContribution.Command(
                names.dataset(dataset).dataset().id(), names.user(user).id(), count, at);
        Contributions.Credited total = recordContribution.get().handle(operator.caller(), command);
        output.say("recorded " + count + " by `" + total.user().username() + "`");
        output.show(Layouts.CONTRIBUTION, total);
    }
}
