package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Mails links for setting a password, which work no longer than their user may use the account. The previous one stops working at once. */
public final class PasswordLinks {
    private static final String PREFIX = "rpr_";

    private final PasswordResets resets;
    private final SecretSource secrets;
    private final Links links;
    private final Postbox postbox;
    private final Limits limits;
    private final UnitOfWork work;
    private final KnownSecrets known;

    @Inject
    PasswordLinks(
            PasswordResets resets,
            SecretSource secrets,
            Links links,
            Postbox postbox,
            Limits limits,
            UnitOfWork work,
            KnownSecrets known) {
        this.resets = resets;
        this.secrets = secrets;
        this.links = links;
        this.postbox = postbox;
        this.limits = limits;
        this.work = work;
        this.known = known;
    }

    /**
     * To be called in a transaction, with a user who has an e-mail address. Returns the link, which is for the user alone
     * and, where mails become files, for the local operator who hands it on.
     */
    public String send(Caller caller, User user, String action) {
        Instant end = user.notAfterStay(work.now().plus(limits.passwordReset()));
        String link = next(user, end);
        known.hide(user.id(), ShownSecrets.Kind.PASSWORD_LINK);
        Letter letter = new Letter(
                Objects.requireNonNull(user.email()),
                user.id(),
                Letter.Kind.PASSWORD_RESET,
                Map.of(
                        "link",
                        link,
                        "expires",
                        end.toString(),
                        "username",
                        user.username().value()));
        postbox.send(letter);
        work.journal().write(caller, action, Target.of(user), Changes.none().set("expires_at", end));
        return link;
    }

    /** A link that is not mailed, and when it expires. */
    public record Given(String link, Instant until) {}

    /** The same without a mail, for a caller who hands the link over. The user needs no e-mail address. */
    Given give(Caller caller, User user, String action) {
        return give(caller, user, action, limits.passwordReset());
    }

    /** The same for an account that was just created, for which it works as long as an invitation would. */
    public Given giveFirst(Caller caller, User user, String action) {
        return give(caller, user, action, limits.invitation());
    }

    private Given give(Caller caller, User user, String action, Duration life) {
        Instant end = user.notAfterStay(work.now().plus(life));
        String link = next(user, end);
        known.show(caller.user(), user.id(), ShownSecrets.Kind.PASSWORD_LINK);
        work.journal().write(caller, action, Target.of(user), Changes.none().set("expires_at", end));
        return new Given(link, end);
    }

    private String next(User user, Instant end) {
        SecretText secret = secrets.next(PREFIX);
        resets.put(user.id(), secret.digest(), end);
        return links.setPassword(secret);
    }
}
