package dev.roster.cli.user;

import dev.roster.application.credential.ShowToken;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "user",
        header = "Print one user as Label Studio does, with the user token.",
        description = {
            "The last line is a Python literal for ast.literal_eval. A person who has the token can act "
                    + "as that user. roster token show prints the token alone; roster users show prints all that "
                    + "Roster stores about the user."
        },
        footer = {"", "Examples:", "  roster user --username ada", "  roster user --username ada --output json"})
public final class UserCommand implements Callable<Integer> {
    /** Why there is nothing to show. */
    private record Trouble(String message) {
        static final Layout<Trouble> LAYOUT = Layout.<Trouble>of("errors")
                .column("status", trouble -> "error")
                .column("message", Trouble::message);
    }

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListOrganizations> listOrganizations;
    private final Provider<ShowToken> showToken;

    @Option(names = "--username", paramLabel = "USER", required = true, description = "Username, e-mail address or id.")
    private String user;

    @Inject
    UserCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListOrganizations> listOrganizations,
            Provider<ShowToken> showToken) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listOrganizations = listOrganizations;
        this.showToken = showToken;
    }

    @Override
    public Integer call() {
        Optional<User> found = names.findUser(user);
        if (found.isEmpty()) {
            output.literal(Trouble.LAYOUT, new Trouble("user " + user + " doesn't exist"));
            return ExitCodes.REFUSED;
        }
        show(found.get());
        return ExitCodes.DONE;
    }

    /** Where there is no token to show, the user is shown all the same. */
    private void show(User found) {
        try {
            print(found, showToken.get().handle(operator.caller(), found.id()));
        } catch (RefusedException none) {
            print(found, null);
            throw none;
        }
    }

    private void print(User found, @Nullable UserToken token) {
        if (output.isForPeople()) {
            output.line("=> User info:");
        }
        output.literal(UserInfo.LAYOUT, new UserInfo(found, organizationOf(found), token));
    }

    private @Nullable Organization organizationOf(User found) {
        return listOrganizations.get().of(operator.caller(), found.id(), PageRequest.first(1)).items().stream()
                .findFirst()
                .orElse(null);
    }
}
