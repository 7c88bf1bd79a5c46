package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.instance.StartInstance.Account;
import dev.roster.application.instance.StartInstance.Fate;
import dev.roster.application.instance.StartInstance.FirstOwner;
import dev.roster.application.instance.StartInstance.Started;
import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The account to begin with: what the command line says of it, over what the settings say, over what somebody answers. Nobody
 * is asked for the password of an account that exists, of a first owner who has a token, or of one that the settings name.
 */
final class Beginning {
    private static final Caller ROSTER = Caller.roster(Origin.of(Door.SYSTEM));

    private final Settings settings;
    private final StartInstance startInstance;
    private final Greeting greeting;
    private final UnusedValues unused;

    @Inject
    Beginning(Settings settings, StartInstance startInstance, Greeting greeting, UnusedValues unused) {
        this.settings = settings;
        this.startInstance = startInstance;
        this.greeting = greeting;
        this.unused = unused;
    }

    void prepare() {
        startInstance.prepare(ROSTER);
    }

    Started start(AccountRequest request, AccountQuestions questions, PrintWriter out) {
        Optional<FirstOwner> wanted = wanted(request, questions, out);
        Started started = startInstance.handle(ROSTER, wanted.orElse(null));
        wanted.ifPresent(asked -> started.account().ifPresent(account -> {
            greeting.untouched(out, asked, account.fate());
            unused.tell(request, asked.username(), account.fate());
        }));
        if (wanted.isEmpty()) {
            unused.tellWithoutUsername(request);
        }
        return started;
    }

    /** Prints no link to create the first owner, which leads nowhere before a server starts. */
    void init(AccountRequest request, AccountQuestions questions, PrintWriter out) {
        prepare();
        Optional<Account> begun = wanted(request, questions, out).map(wanted -> {
            Account account = startInstance.begin(ROSTER, wanted);
            greeting.untouched(out, wanted, account.fate());
            unused.tell(request, wanted.username(), account.fate());
            return account;
        });
        greeting.ready(out);
        // Last, so that the token is the last line.
        begun.ifPresent(account -> greeting.account(out, account, request));
    }

    private Optional<FirstOwner> wanted(AccountRequest request, AccountQuestions questions, PrintWriter out) {
        if (request.username() != null) {
            return Optional.of(complete(request.username(), request, questions::password, out));
        }
        Optional<Username> set = settings.text(SettingName.USERNAME).map(Username::new);
        return set.isPresent()
                ? set.map(username -> complete(username, request, unasked -> Optional.empty(), out))
                : questions.username().map(username -> complete(username, request, questions::password, out));
    }

    private FirstOwner complete(
            Username username, AccountRequest request, Function<Username, Optional<Password>> asking, PrintWriter out) {
        FirstOwner named = FirstOwner.loggingIn(username);
        Fate fate = startInstance.foresee(ROSTER, named);
        if (fate == Fate.KNOWN || fate == Fate.REFUSED) {
            return named;
        }
        Optional<SecretText> token = over(request.token(), SettingName.API_KEY, SecretText::new);
        Optional<Password> password = over(request.password(), SettingName.PASSWORD, Password::chosen)
                .or(() -> token.isPresent() && fate == Fate.OWNER ? Optional.empty() : asking.apply(username));
        return named.withPassword(password.orElse(null))
                .withToken(token.flatMap(text -> longEnough(text, out)).orElse(null))
                .withWorkspace(over(request.workspace(), SettingName.WORKSPACE, WorkspaceName::new)
                        .orElse(null));
    }

    private <T> Optional<T> over(@Nullable T given, SettingName setting, Function<String, T> reading) {
        return Optional.ofNullable(given).or(() -> settings.text(setting).map(reading));
    }

    /** One that is too short stops nobody: the account gets a random one. */
    private static Optional<UserToken> longEnough(SecretText token, PrintWriter out) {
        int length = token.reveal().length();
        if (length >= UserToken.LEAST) {
            return Optional.of(new UserToken(token));
        }
        out.printf(
                "The user token has %d characters and is not applied: at least %d are needed. A random one is generated.%n",
                length, UserToken.LEAST);
        return Optional.empty();
    }
}
