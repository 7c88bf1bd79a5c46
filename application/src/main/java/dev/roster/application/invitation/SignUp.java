package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.SessionOpener;
import dev.roster.application.credential.Throttle;
import dev.roster.application.credential.TokenIssuer;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Ids;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.SignUpMode;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account for whoever asks, as far as the installation lets them: an annotator in one organization, in no
 * workspace yet. Logs them in.
 */
public final class SignUp {
    /**
     * What somebody typed.
     *
     * @param link the secret of an organization's link; null to sign up without, where that is open
     */
    public record Command(
            @Nullable SecretText link,
            Username username,
            @Nullable EmailAddress email,
            @Nullable PersonName firstName,
            @Nullable PersonName lastName,
            Password password,
            Origin origin) {}

    private final Transactions transactions;
    private final SignUpMode mode;
    private final Throttle throttle;
    private final ChosenPassword chosen;
    private final Users users;
    private final InviteLinks inviteLinks;
    private final Passwords passwords;
    private final TokenIssuer tokens;
    private final Enrolment enrolment;
    private final SessionOpener sessions;
    private final Journal journal;
    private final Ids ids;
    private final Now now;

    @Inject
    SignUp(
            Transactions transactions,
            SignUpMode mode,
            Throttle throttle,
            ChosenPassword chosen,
            Users users,
            InviteLinks inviteLinks,
            Passwords passwords,
            TokenIssuer tokens,
            Enrolment enrolment,
            SessionOpener sessions,
            Journal journal,
            Ids ids,
            Now now) {
        this.transactions = transactions;
        this.mode = mode;
        this.throttle = throttle;
        this.chosen = chosen;
        this.users = users;
        this.inviteLinks = inviteLinks;
        this.passwords = passwords;
        this.tokens = tokens;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.journal = journal;
        this.ids = ids;
        this.now = now;
    }

    /**
     * @throws RefusedException FORBIDDEN where sign-up is closed, or open only to those with a link; NOT_FOUND naming
     *     {@code link} that is wrong or used up; INVALID naming {@code email} that the link does not admit; CONFLICT
     *     naming {@code username} or {@code email}
     */
    public LogIn.Opened handle(Command command) {
        requireOpen(command);
        Throttle.Attempt attempt = throttle.admit(Guess.SIGN_UP, command.origin());
        // Each account counts, so that nobody makes thousands.
        attempt.failed();
        SecretText link = command.link();
        if (link != null) {
            transactions.reading(() -> admitted(command, link));
        }
        String hash = chosen.hash(
                command.password(),
                ContextWords.of(command.username(), command.email())
                        .with(command.firstName())
                        .with(command.lastName()));
        return transactions.inTransaction(() -> make(command, hash));
    }

    private void requireOpen(Command command) {
        if (mode == SignUpMode.CLOSED) {
            throw RefusedException.forbidden("sign-up is closed here, ask for an invitation");
        }
        if (mode == SignUpMode.LINK && command.link() == null) {
            throw RefusedException.forbidden("sign-up takes the link of an organization here, ask for one");
        }
    }

    private InviteLink admitted(Command command, SecretText secret) {
        InviteLink link = inviteLinks
                .findByDigest(secret.digest())
                .filter(found -> found.isOpen(now.get()))
                .orElseThrow(SignUp::dead);
        if (!link.admits(command.email())) {
            throw RefusedException.invalid(
                    "email",
                    "this link takes an e-mail address at " + String.join(" or ", new TreeSet<>(link.domains())));
        }
        return link;
    }

    private LogIn.Opened make(Command command, String hash) {
        OrganizationId organization = organization(command);
        User draft = User.person(new UserId(ids.next()), command.username(), now.get());
        PersonName first = command.firstName() == null ? draft.profile().firstName() : command.firstName();
        User user = users.add(
                draft.withEmail(command.email()).withProfile(new Profile(first, command.lastName(), null, null)));
        passwords.set(user.id(), hash, user.createdAt());
        tokens.issue(user.id(), null);
        enrolment.enrol(user.id(), organization);
        journal.write(
                Caller.user(user, command.origin()),
                "user.sign-up",
                Target.of(user),
                Changes.none()
                        .add("username", null, user.username())
                        .add("email", null, user.email())
                        .add("organization", null, organization));
        return sessions.open(user, command.origin());
    }

    private OrganizationId organization(Command command) {
        SecretText secret = command.link();
        if (secret == null) {
            return enrolment.defaultOrganization().id();
        }
        InviteLink link = admitted(command, secret);
        if (!inviteLinks.use(link.digest(), now.get())) {
            throw dead();
        }
        return link.organization();
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used up; ask for a new one");
    }
}
