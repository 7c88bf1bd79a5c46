package dev.roster.cli.installation;

import dev.roster.cli.terminal.CellText;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Finding;
import dev.roster.cli.terminal.Finding.State;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        header = "Check the installation, and show what is wrong and what to do.",
        description = "The exit code is 1 if something is broken.")
public final class DoctorCommand implements Callable<Integer> {
    private static final Layout<Finding> LAYOUT = Layout.<Finding>of("findings")
            .column("state", finding -> finding.state().word())
            .column("subject", Finding::subject)
            .column("what", Finding::what)
            .column("remedy", Finding::remedy);

    private final Output output;
    private final Provider<Installation> installation;

    @Inject
    DoctorCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        List<Finding> findings = installation.get().examine();
        if (output.isForPeople()) {
            findings.forEach(this::tell);
        } else {
            output.list(LAYOUT, findings);
        }
        boolean broken = findings.stream().anyMatch(finding -> finding.state() == State.BROKEN);
        return broken ? ExitCodes.NO : ExitCodes.DONE;
    }

    private void tell(Finding finding) {
        String state = CellText.pad(finding.state().word(), 8);
        output.verdict(ink(finding.state()), state, " " + finding.subject() + ": " + finding.what());
        if (!finding.remedy().isEmpty()) {
            output.line(" ".repeat(9) + finding.remedy());
        }
    }

    private static Ink ink(State state) {
        return switch (state) {
            case OK -> Ink.GREEN;
            case WARNING -> Ink.YELLOW;
            case BROKEN -> Ink.RED;
        };
    }
}
