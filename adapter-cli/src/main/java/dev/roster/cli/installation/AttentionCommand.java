package dev.roster.cli.installation;

import dev.roster.application.instance.ShowAttention;
import dev.roster.application.instance.ShowAttention.Attention;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;

@Command(
        name = "attention",
        header = "Show what needs attention.",
        description = "Counts invitations that are pending or have expired, people not seen for 90 days, keys that "
                + "expire within 14 days and mails that were not sent, and shows whether the audit trail is "
                + "sealed. A count of 1000 means 1000 or more.",
        footer = {"", "Examples:", "  roster attention", "  roster people list --unseen-since 90d --status active"})
public final class AttentionCommand implements Runnable {
    private static final Layout<Attention> LAYOUT = Layout.<Attention>of("counts")
            .column("pending_invitations", Attention::pendingInvitations)
            .column("expired_invitations", Attention::expiredInvitations)
            .column("dormant_people", Attention::dormantPeople)
            .column("ending_keys", Attention::endingKeys)
            .column("waiting_mails", Attention::waitingMails)
            .column("failed_mails", Attention::failedMails)
            .column("sealed", Attention::sealed);

    private final Operator operator;
    private final Output output;
    private final Provider<ShowAttention> showAttention;

    @Inject
    AttentionCommand(Operator operator, Output output, Provider<ShowAttention> showAttention) {
        this.operator = operator;
        this.output = output;
        this.showAttention = showAttention;
    }

    @Override
    public void run() {
        output.show(LAYOUT, showAttention.get().handle(operator.caller()));
    }
}
