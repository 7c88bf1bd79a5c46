package dev.roster.application.instance;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.Users;
import dev.roster.application.user.CreateUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.Optional;

/** Creates the first owner with the one-time link that an empty installation printed. */
public final class ClaimSetUp {
    /** Whom to make, and the secret of the link. */
    public record Command(SecretText link, Username username, Password password, Origin origin) {}

    private final UnitOfWork work;
    private final Users users;
    private final ChosenPassword chosenPassword;
    private final SetUpLinks links;
    private final Throttle throttle;
    private final FirstOwnerMaker firstOwner;

    @Inject
    ClaimSetUp(
            UnitOfWork work,
            Users users,
            ChosenPassword chosenPassword,
            SetUpLinks links,
            Throttle throttle,
            FirstOwnerMaker firstOwner) {
        this.work = work;
        this.users = users;
        this.chosenPassword = chosenPassword;
        this.links = links;
        this.throttle = throttle;
        this.firstOwner = firstOwner;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link}, when it is wrong, expired or used; THROTTLED for those after
     *     too many of them from one address
     */
    public CreateUser.Created handle(Command command) {
        if (!work.reading(() -> !users.hasOwner() && links.isOpen(command.link().digest(), work.now()))) {
            throttle.admit(Guess.INVITATION, command.origin()).failed();
            throw dead();
        }
        String hash = chosenPassword.hash(command.password(), ContextWords.of(command.username(), null));
        return work.inTransaction(() -> claim(command, hash)).orElseThrow(ClaimSetUp::dead);
    }

    private Optional<CreateUser.Created> claim(Command command, String hash) {
        if (!links.claim(command.link().digest(), work.now())) {
            return Optional.empty();
        }
        StartInstance.FirstOwner first =
                StartInstance.FirstOwner.named(command.username()).withPassword(command.password());
        return firstOwner.make(Caller.roster(command.origin()), first, hash);
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this set-up link is wrong, expired or used");
    }
}
