package dev.roster.cli.invitation;

import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ListInvitations;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "invitations",
        header = "Invite people, and list, resend and revoke invitations.",
        description = "An invitation creates the account, with its role, workspaces and organizations. The person "
                + "activates it by accepting. USER is the invited person's username, e-mail address or id.",
        subcommands = CreateInvitationCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster invitations create ada@example.org --workspace legal",
            "  roster invitations list --pending",
            "  roster invitations resend ada@example.org",
            "  roster invitations revoke ada@example.org"
        })
public final class InvitationsCommand {
    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = InvitationLayouts.INVITATION.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Mailing mailing;
    private final InstantSource clock;
    private final Provider<ListInvitations> listInvitations;
    private final Provider<ResendInvitation> resendInvitation;
    private final Provider<RevokeInvitation> revokeInvitation;

    @Inject
    InvitationsCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Mailing mailing,
            InstantSource clock,
            Provider<ListInvitations> listInvitations,
            Provider<ResendInvitation> resendInvitation,
            Provider<RevokeInvitation> revokeInvitation) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.mailing = mailing;
        this.clock = clock;
        this.listInvitations = listInvitations;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
    }

    /** One half of the invitations. */
    static final class Half {
        @Option(names = "--pending", description = "Only invitations that can still be accepted.")
        private boolean pending;

        @Option(names = "--expired", description = "Only invitations that have expired.")
        private boolean expired;
    }

    @Command(header = "List invitations in order of creation.")
    void list(@ArgGroup @Nullable Half half, @Mixin PageOptions pages) {
        Boolean pending = half == null ? null : half.pending || !half.expired;
        Instant now = clock.instant();
        output.list(
                InvitationLayouts.INVITATION,
                pages,
                page -> listInvitations
                        .get()
                        .handle(operator.caller(), pending, page)
                        .map(invited -> InvitationLayouts.Dated.of(invited, now)));
    }

    @Command(
            header = "Send a pending invitation again.",
            description = "The previous link or temporary password stops working at once. To renew an expired "
                    + "invitation, use roster invitations create.")
    void resend(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        InviteUser.Invited invited = resendInvitation
                .get()
                .handle(operator.caller(), names.user(user).id());
        output.say("invited `" + invited.user().username() + "` again");
        mailing.afterwards();
        InvitationLayouts.print(output, invited);
    }

    @Command(
            header = "Revoke an invitation, and delete its account.",
            description = "You can invite the address again.")
    void revoke(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Option(names = "--yes", description = "Do not ask for confirmation.") boolean agreed) {
        User found = names.user(user);
        confirmation.ask("revoke the invitation of `" + found.username() + "`", agreed);
        revokeInvitation.get().handle(operator.caller(), found.id());
        output.say("revoked the invitation of `" + found.username() + "`");
    }
}
