package dev.roster.cli.invitation;

import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.ResetInviteLink.Shown;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.organization.Organization;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "invite-link",
        header = "Create, show and remove the reusable sign-up link of an organization.",
        description = "A person who has the link can create their own account: an annotator in that organization, "
                + "in no workspace yet.",
        footer = {
            "",
            "Examples:",
            "  roster invite-link reset default --expires 7d --uses 30 --domain example.org",
            "  roster invite-link show default",
            "  roster invite-link remove default"
        })
public final class InviteLinkCommand {
    private static final Layout<Shown> LAYOUT = Layout.<Shown>of("invite links")
            .detail("organization_id", shown -> shown.link().organization())
            .column("uses", shown -> shown.link().uses())
            .column("most_uses", "maximum uses", shown -> shown.link().mostUses())
            .column("domains", shown -> List.copyOf(new TreeSet<>(shown.link().domains())))
            .column("created_at", shown -> shown.link().createdAt())
            .column("expires_at", shown -> shown.link().expiresAt());
    private static final Layout<Shown> WHOLE = LAYOUT.column("url", Shown::url);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ShowInviteLink> showInviteLink;
    private final Provider<ResetInviteLink> resetInviteLink;
    private final Provider<RemoveInviteLink> removeInviteLink;

    @Inject
    InviteLinkCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ShowInviteLink> showInviteLink,
            Provider<ResetInviteLink> resetInviteLink,
            Provider<RemoveInviteLink> removeInviteLink) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.showInviteLink = showInviteLink;
        this.resetInviteLink = resetInviteLink;
        this.removeInviteLink = removeInviteLink;
    }

    @Command(header = "Print the link as the last line.")
    void show(@Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization) {
        print(showInviteLink
                .get()
                .handle(operator.caller(), names.organization(organization).id()));
    }

    @Command(
            header = "Create or replace the link, and print it as the last line.",
            description = "The old link stops working at once.")
    void reset(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Option(names = "--expires", paramLabel = "TIME", description = End.HELP + "; default: never.") @Nullable
                    End end,
            @Option(
                            names = "--uses",
                            paramLabel = "N",
                            description = "The number of people who can sign up with the link; default: no limit.")
                    @Nullable
                    Integer uses,
            @Option(
                            names = "--domain",
                            paramLabel = "DOMAIN",
                            description = "The accepted domain of e-mail addresses, after the @; default: all "
                                    + "domains; may be repeated.")
                    @Nullable
                    List<String> domains) {
        Organization found = names.organization(organization);
        ResetInviteLink.Command command = ResetInviteLink.Command.of(found.id())
                .withExpiresAt(End.orNever(end))
                .withMostUses(uses)
                .withDomains(domains == null ? List.of() : domains);
        Shown made = resetInviteLink.get().handle(operator.caller(), command);
        output.say("`" + found.name() + "` has a new invite link, the old one no longer works");
        print(made);
    }

    @Command(header = "Remove the link.")
    void remove(@Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization) {
        Organization found = names.organization(organization);
        removeInviteLink.get().handle(operator.caller(), found.id());
        output.say("`" + found.name() + "` has no invite link");
    }

    private void print(Shown shown) {
        output.showWithSecret(LAYOUT, WHOLE, shown, shown.url());
    }
}
