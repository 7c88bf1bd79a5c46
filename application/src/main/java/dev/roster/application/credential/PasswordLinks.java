package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.SecretSource;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Mails links with which a user sets a password. The one before is dead at once. */
public final class PasswordLinks {
    private static final String PREFIX = "rpr_";

    private final PasswordResets resets;
    private final SecretSource secrets;
    private final Links links;
    private final Postbox postbox;
    private final Limits limits;
    private final UnitOfWork work;

    @Inject
    PasswordLinks(
            PasswordResets resets, SecretSource secrets, Links links, Postbox postbox, Limits limits, UnitOfWork work) {
        this.resets = resets;
        this.secrets = secrets;
        this.links = links;
        this.postbox = postbox;
        this.limits = limits;
        this.work = work;
    }

    /**
     * To be called in a transaction, with a user who has an e-mail address. Returns the link, which is for the user alone
     * and, where mails become files, for the local operator who hands it on.
     */
    public String send(Caller caller, User user, String action) {
        Instant end = work.now().plus(limits.passwordReset());
        String link = next(user, end);
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

    /** A link that nobody is mailed, and when it ends. */
    record Given(String link, Instant until) {}

    /** The same without a mail, for a caller who hands the link over. The user needs no e-mail address. */
    Given give(Caller caller, User user, String action) {
        Instant end = work.now().plus(limits.passwordReset());
        String link = next(user, end);
        work.journal().write(caller, action, Target.of(user), Changes.none().set("expires_at", end));
        return new Given(link, end);
    }

    private String next(User user, Instant end) {
        SecretText secret = secrets.next(PREFIX);
        resets.put(user.id(), secret.digest(), end);
        return links.setPassword(secret);
    }
}
