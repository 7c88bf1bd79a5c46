package dev.roster.http.web;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.SecretText;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of browsers: the cookie {@code sessionid} holds the key of one, a new one at each log-in, so that an attacker
 * cannot plant a session whose key they know. Other applications on the same host may have a cookie with that name; values
 * that are not session keys are ignored.
 *
 * <p>Browsers also send the cookie with requests that pages of other sites trigger. So a request that changes something must
 * come from a page of this site, which is checked here for all interfaces.
 */
public final class BrowserSessions {
    private static final Pattern KEY = Pattern.compile("rss_[A-Za-z0-9_-]{16,200}");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Authenticate authenticate;
    private final EndSession endSession;
    private final CsrfTokens csrf;
    private final SiteCookie cookie;
    private final Now now;

    @Inject
    BrowserSessions(Authenticate authenticate, EndSession endSession, CsrfTokens csrf, Site site, Now now) {
        this.authenticate = authenticate;
        this.endSession = endSession;
        this.csrf = csrf;
        this.cookie = SiteCookie.hidden(site, "sessionid");
        this.now = now;
    }

    /** The session of the browser, for requests that change nothing. Empty if it has none, or one that has ended, which is removed. */
    public Optional<Caller> find(Context context, Origin origin) {
        String key = cookie.read(context);
        if (key == null || !KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(authenticate.handle(new SecretText(key), origin))
                    .filter(caller -> caller.session() != null);
        } catch (RefusedException refusal) {
            if (refusal.kind() == Kind.UNAUTHENTICATED || refusal.kind() == Kind.THROTTLED) {
                cookie.clear(context);
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * The same for whatever a request does.
     *
     * @throws RefusedException FORBIDDEN for a change that does not show that a page of this site wants it
     */
    public Optional<Caller> act(Context context, Origin origin) {
        return act(context, origin, null);
    }

    /**
     * The same for a form.
     *
     * @param token what its field {@link CsrfTokens#FIELD} says, or null
     */
    public Optional<Caller> act(Context context, Origin origin, @Nullable String token) {
        Optional<Caller> caller = find(context, origin);
        if (caller.isPresent()
                && !READING.contains(context.req().getMethod())
                && csrf.verdict(context, token) != CsrfTokens.Verdict.OWN) {
            throw RefusedException.forbidden(
                    "CSRF Failed: a change with a session takes the Origin of this site or the X-CSRFToken");
        }
        return caller;
    }

    /**
     * Has the browser hold a session that was just opened, in place of any other, which ends.
     *
     * @param lasts whether it stays when the browser is closed
     */
    public void open(Call call, LogIn.Opened opened, boolean lasts) {
        find(call.context(), call.origin()).ifPresent(this::end);
        Duration left = Duration.between(now.get(), opened.session().endsAt());
        cookie.set(call.context(), opened.key().reveal(), lasts ? left : null);
        csrf.renew(call.context());
    }

    /** Ends the session that the browser holds, if there is one, and has it forget it. */
    public void end(Call call) {
        find(call.context(), call.origin()).ifPresent(this::end);
        cookie.clear(call.context());
    }

    private void end(Caller caller) {
        try {
            endSession.current(caller);
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.NOT_FOUND) {
                throw refusal;
            }
        }
    }
}
