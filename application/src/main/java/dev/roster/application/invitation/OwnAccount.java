package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.SessionOpener;
import dev.roster.application.credential.TokenIssuer;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account that people get who sign up, in the transaction that let them in. */
final class OwnAccount {
    private final SignUpDoor door;
    private final Users users;
    private final Passwords passwords;
    private final TokenIssuer tokens;
    private final Enrolment enrolment;
    private final SessionOpener sessions;
    private final UnitOfWork work;
    private final Set<Arrival> arrivals;

    @Inject
    OwnAccount(
            SignUpDoor door,
            Users users,
            Passwords passwords,
            TokenIssuer tokens,
            Enrolment enrolment,
            SessionOpener sessions,
            UnitOfWork work,
            Set<Arrival> arrivals) {
        this.door = door;
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.work = work;
        this.arrivals = arrivals;
    }

    User draft(Username username) {
        return User.person(new UserId(work.nextId()), username, work.now());
    }

    /**
     * @param draft what it is to be; its e-mail address is confirmed
     * @param said by the door that they signed up at, or null
     */
    LogIn.Opened open(
            @Nullable SecretDigest link, User draft, String passwordHash, @Nullable String said, Origin origin) {
        OrganizationId organization = door.enter(link, draft.email());
        User user = users.add(draft);
        passwords.set(user.id(), passwordHash, user.createdAt());
        tokens.issue(user.id(), null);
        enrolment.enrol(user.id(), organization);
        work.journal()
                .write(
                        Caller.user(user, origin),
                        "user.sign-up",
                        Target.of(user),
                        Changes.none()
                                .set("username", user.username())
                                .set("email", user.email())
                                .set("organization", organization));
        arrivals.forEach(arrival -> arrival.arrived(organization, user, said, origin));
        return sessions.open(user, origin);
    }
}
