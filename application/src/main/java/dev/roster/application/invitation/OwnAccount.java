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
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The account that people get who sign up, in the transaction that let them in. */
final class OwnAccount {
    /** @param email confirmed, or null */
    record Wish(
            @Nullable SecretDigest link,
            Username username,
            @Nullable EmailAddress email,
            @Nullable PersonName firstName,
            @Nullable PersonName lastName,
            String passwordHash,
            Origin origin) {}

    private final SignUpDoor door;
    private final Users users;
    private final Passwords passwords;
    private final TokenIssuer tokens;
    private final Enrolment enrolment;
    private final SessionOpener sessions;
    private final UnitOfWork work;

    @Inject
    OwnAccount(
            SignUpDoor door,
            Users users,
            Passwords passwords,
            TokenIssuer tokens,
            Enrolment enrolment,
            SessionOpener sessions,
            UnitOfWork work) {
        this.door = door;
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.work = work;
    }

    LogIn.Opened make(Wish wish) {
        OrganizationId organization = door.enter(wish.link(), wish.email());
        User draft = User.person(new UserId(work.nextId()), wish.username(), work.now());
        PersonName first = wish.firstName() == null ? draft.profile().firstName() : wish.firstName();
        User user =
                users.add(draft.withEmail(wish.email()).withProfile(new Profile(first, wish.lastName(), null, null)));
        passwords.set(user.id(), wish.passwordHash(), user.createdAt());
        tokens.issue(user.id(), null);
        enrolment.enrol(user.id(), organization);
        work.journal()
                .write(
                        Caller.user(user, wish.origin()),
                        "user.sign-up",
                        Target.of(user),
                        Changes.none()
                                .add("username", null, user.username())
                                .add("email", null, user.email())
                                .add("organization", null, organization));
        return sessions.open(user, wish.origin());
    }
}
