package dev.roster.cli.invitation;

import dev.roster.application.invitation.InviteUser;
import dev.roster.cli.place.OrganizationOptions;
import dev.roster.cli.place.WorkspacePlace;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.ProfileOptions;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        header = "Invite somebody by e-mail address.",
        description = {
            "With --mode link a mail with a link waits for them, and the link is printed for you to hand on where no"
                    + " mail server is set. With --mode temporary-password a password is printed, once, that they replace"
                    + " when they first log in. With --mode none the account is active at once, without a password.",
            "Inviting an address again whose invitation is pending changes and sends nothing."
        },
        footer = {
            "",
            "Examples:",
            "  roster invitations create ada@example.org --workspace legal:manager --workspace medical",
            "  roster invitations create bob@example.org --mode temporary-password --role admin"
        })
final class CreateInvitationCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Mailing mailing;
    private final Provider<InviteUser> inviteUser;

    @Parameters(paramLabel = "EMAIL", description = "The address; one account each.")
    private EmailAddress email;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "link",
            description = "link, the default, temporary-password or none.")
    private InviteMode mode;

    @Option(names = "--username", paramLabel = "USERNAME", description = "The e-mail address without.")
    private @Nullable Username username;

    @Mixin
    private ProfileOptions.Invited profile;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role; annotator without.")
    private @Nullable String role;

    @Option(
            names = "--developer",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether they may make API keys; owners, managers and admins may without.")
    private @Nullable Boolean developer;

    @ArgGroup(exclusive = false)
    private @Nullable OrganizationOptions organization;

    @Option(names = "--workspace", paramLabel = "WORKSPACE[:ROLE]", description = WorkspacePlace.HELP)
    private @Nullable List<WorkspacePlace> workspaces;

    @Option(names = "--afresh", description = "Make a new account where a deleted user had this address.")
    private boolean afresh;

    @Inject
    CreateInvitationCommand(
            Operator operator, Names names, Output output, Mailing mailing, Provider<InviteUser> inviteUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.mailing = mailing;
        this.inviteUser = inviteUser;
    }

    @Override
    public void run() {
        InviteUser.Command command = InviteUser.Command.of(email, mode)
                .withUsername(username)
                .withProfile(profile.given())
                .withRole(role)
                .withDeveloper(developer)
                .withOrganization(organization == null ? null : organization.id(names))
                .withOrganizationRole(organization == null ? null : organization.role())
                .withWorkspaces(places())
                .withAfresh(afresh);
        InviteUser.Invited invited = inviteUser.get().handle(operator.caller(), command);
        output.say(
                invited.isNew()
                        ? "invited `" + invited.user().username() + "`"
                        : "`" + invited.user().username() + "` was invited already, nothing was changed or sent; "
                                + "roster invitations resend sends it again");
        mailing.afterwards();
        InvitationLayouts.print(output, invited);
    }

    private List<InviteUser.WorkspacePlace> places() {
        List<WorkspacePlace> wanted = workspaces == null ? List.of() : workspaces;
        return wanted.stream()
                .map(place -> new InviteUser.WorkspacePlace(
                        names.workspace(place.workspace()).id(), place.role()))
                .toList();
    }
}
