package dev.roster.cli.credential;

import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.cli.place.OrganizationOptions;
import dev.roster.cli.place.WorkspacePlace;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        header = "Create a service account with its first key, and print the key once.",
        description = "The last line is the key alone. The account joins the organizations of its workspaces.",
        footer = {
            "",
            "Examples:",
            "  roster service-accounts create nightly-sync --workspace legal:admin --expires 90d",
            "  roster service-accounts create directory --organization default --organization-role manager"
        })
final class CreateServiceAccountCommand implements Runnable {
    private static final Layout<KeyIssuer.Issued> PUBLIC =
            Layouts.USER.within("user").on(KeyIssuer.Issued::user);
    private static final Layout<KeyIssuer.Issued> WHOLE = PUBLIC.detail(
                    "key.id", issued -> issued.key().id())
            .detail("key.name", issued -> issued.key().name())
            .detail("key.expires_at", issued -> issued.key().expiresAt())
            .detail("key.secret", issued -> issued.secret().reveal());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<CreateServiceAccount> createServiceAccount;

    @Parameters(paramLabel = "USERNAME", description = "1 to 200 characters, unique regardless of case.")
    private Username username;

    @Option(
            names = "--display-name",
            paramLabel = "NAME",
            description = "The name that other people see; need not be unique; default: none.")
    private @Nullable PersonName displayName;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role; default: annotator.")
    private @Nullable String role;

    @ArgGroup(exclusive = false)
    private @Nullable OrganizationOptions organization;

    @Option(names = "--workspace", paramLabel = "WORKSPACE[:ROLE]", description = WorkspacePlace.HELP)
    private @Nullable List<WorkspacePlace> workspaces;

    @Option(
            names = "--key-name",
            paramLabel = "NAME",
            defaultValue = "first",
            description = "The name of the key; default: first.")
    private String keyName;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "The key's expiry. " + End.HELP + "; default: never.")
    private @Nullable End end;

    @Inject
    CreateServiceAccountCommand(
            Operator operator, Names names, Output output, Provider<CreateServiceAccount> createServiceAccount) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.createServiceAccount = createServiceAccount;
    }

    @Override
    public void run() {
        CreateServiceAccount.Command command = CreateServiceAccount.Command.of(
                        username, places(), KeyIssuer.Wish.named(keyName).withExpiresAt(End.orNever(end)))
                .withDisplayName(displayName)
                .withRole(role);
        KeyIssuer.Issued issued = createServiceAccount.get().handle(operator.caller(), command);
        output.say("created service account `" + issued.user().username() + "`");
        output.showWithSecret(PUBLIC, WHOLE, issued, issued.secret().reveal());
    }

    /** Each workspace in its organization, and the organization that was named, if any, with its role. */
    private List<CreateServiceAccount.OrganizationPlace> places() {
        Map<OrganizationId, List<CreateServiceAccount.WorkspacePlace>> inside = new LinkedHashMap<>();
        OrganizationId named = organization == null ? null : organization.id(names);
        if (named != null) {
            inside.put(named, new ArrayList<>());
        }
        for (WorkspacePlace place : workspaces == null ? List.<WorkspacePlace>of() : workspaces) {
            Workspace workspace = names.workspace(place.workspace());
            inside.computeIfAbsent(workspace.organization(), id -> new ArrayList<>())
                    .add(new CreateServiceAccount.WorkspacePlace(workspace.id(), place.role()));
        }
        return inside.entrySet().stream()
                .map(entry -> new CreateServiceAccount.OrganizationPlace(
                        entry.getKey(),
                        entry.getKey().equals(named) && organization != null ? organization.role() : null,
                        entry.getValue()))
                .toList();
    }
}
