package dev.roster.application.instance;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;

/** Makes the first owner with the one-time link that an empty installation printed. */
public final class ClaimSetUp {
    /** Whom to make, and the secret of the link. */
    public record Command(SecretText link, Username username, Password password, Origin origin) {}

    private final Transactions transactions;
    private final Users users;
    private final ChosenPassword chosenPassword;
    private final SetUpLinks links;
    private final FirstOwnerMaker firstOwner;
    private final Now now;

    @Inject
    ClaimSetUp(
            Transactions transactions,
            Users users,
            ChosenPassword chosenPassword,
            SetUpLinks links,
            FirstOwnerMaker firstOwner,
            Now now) {
        this.transactions = transactions;
        this.users = users;
        this.chosenPassword = chosenPassword;
        this.links = links;
        this.firstOwner = firstOwner;
        this.now = now;
    }

    /** @throws RefusedException NOT_FOUND naming {@code link}, when it is wrong, expired or used; it does not say which */
    public CreateUser.Created handle(Command command) {
        if (!transactions.reading(users::isEmpty)) {
            throw dead();
        }
        String hash = chosenPassword.hash(command.password(), ContextWords.of(command.username(), null));
        return transactions.inTransaction(() -> {
            if (!links.claim(command.link().digest(), now.get())) {
                throw dead();
            }
            StartInstance.FirstOwner first =
                    new StartInstance.FirstOwner(command.username(), command.password(), null, null);
            return firstOwner.make(Caller.roster(command.origin()), first, hash).orElseThrow(ClaimSetUp::dead);
        });
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this set-up link is wrong, expired or used");
    }
}
