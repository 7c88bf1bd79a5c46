package dev.roster.application.invitation;

import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Activation;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.SessionOpener;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Passwords;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets name and password of a user who followed the link in the mail, and logs them in. */
public final class AcceptInvitation {
    /**
     * What the user chose.
     *
     * @param username null to keep the one they were invited with
     */
    @RecordBuilder
    public record Command(
            SecretText link, @Nullable Username username, ProfileChange profile, Password password, Origin origin)
            implements AcceptInvitationCommandBuilder.With {
        public Command {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(origin, "origin");
        }

        public static Command of(SecretText link, Password password, Origin origin) {
            return AcceptInvitationCommandBuilder.builder()
                    .link(link)
                    .profile(ProfileChange.none())
                    .password(password)
                    .origin(origin)
                    .build();
        }
    }

    private final UnitOfWork work;
    private final InvitationDoor door;
    private final Throttle throttle;
    private final ChosenPassword chosen;
    private final Passwords passwords;
    private final Activation activation;
    private final SessionOpener sessions;

    @Inject
    AcceptInvitation(
            UnitOfWork work,
            InvitationDoor door,
            Throttle throttle,
            ChosenPassword chosen,
            Passwords passwords,
            Activation activation,
            SessionOpener sessions) {
        this.work = work;
        this.door = door;
        this.throttle = throttle;
        this.chosen = chosen;
        this.passwords = passwords;
        this.activation = activation;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException FORBIDDEN while the installation has no owner; NOT_FOUND naming {@code link} that is wrong,
     *     expired or used (it does not say which); CONFLICT naming {@code username}; THROTTLED after too many new accounts, or
     *     too many usernames that were taken, from one address
     */
    public LogIn.Opened handle(Command command) {
        User known = door.require(command.link(), command.origin()).user();
        String hash = chosen.hash(command.password(), ContextWords.of(named(known, command)));
        return command.username() == null
                ? work.inTransaction(() -> accept(command, hash))
                : acceptUnderAName(command, hash);
    }

    /** A link is no way to find out, again and again, which names are taken. */
    private LogIn.Opened acceptUnderAName(Command command, String hash) {
        Throttle.Attempt attempt = throttle.admit(Guess.SIGN_UP, command.origin());
        try {
            return work.inTransaction(() -> accept(command, hash));
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.CONFLICT) {
                attempt.failed();
            }
            throw refused;
        }
    }

    private LogIn.Opened accept(Command command, String hash) {
        User invited =
                door.find(command.link()).orElseThrow(InvitationDoor::dead).user();
        if (command.username() != null) {
            SignUpDoor.requireOwnName(command.username(), invited.email());
        }
        User user = activation.activate(named(invited, command), Caller.user(invited, command.origin()));
        passwords.set(user.id(), hash, work.now());
        return sessions.open(user, command.origin());
    }

    private static User named(User user, Command command) {
        Username username = command.username() == null ? user.username() : command.username();
        return user.withUsername(username)
                .withProfile(command.profile().applyTo(user.profile().renamed(user.username(), username)));
    }
}
