package dev.roster.http.labelstudio;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import dev.roster.http.web.SiteCookie;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The session of somebody in front of a browser: the cookie {@code sessionid} holds its key, a new one at each log-in, so
 * that nobody can be given a session whose key another knows. Other applications at the same host may have a cookie of that
 * name; what is no key of a session is passed over.
 */
final class SessionCookie {
    static final String NAME = "sessionid";

    private static final SiteCookie COOKIE = SiteCookie.hidden(NAME);
    private static final Pattern KEY = Pattern.compile("rss_[A-Za-z0-9_-]{16,200}");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Authenticate authenticate;
    private final EndSession endSession;
    private final CsrfTokens csrf;
    private final Site site;
    private final Now now;

    @Inject
    SessionCookie(Authenticate authenticate, EndSession endSession, CsrfTokens csrf, Site site, Now now) {
        this.authenticate = authenticate;
        this.endSession = endSession;
        this.csrf = csrf;
        this.site = site;
        this.now = now;
    }

    /** Whose session the browser holds; empty where it holds none, or one that is dead, which it is to forget. */
    Optional<Caller> find(Context context, Origin origin) {
        String key = COOKIE.read(context);
        if (key == null || !KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(authenticate.handle(new SecretText(key), origin))
                    .filter(caller -> caller.session() != null);
        } catch (RefusedException refusal) {
            if (refusal.kind() == Kind.UNAUTHENTICATED || refusal.kind() == Kind.THROTTLED) {
                COOKIE.clear(context, site.isSecure(context));
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * The same for a request that is no page's: browsers send the cookie along with what pages of other sites have them send,
     * so one that changes something has to come from here (contract §1.7).
     *
     * @throws Refusal 403 where it does not
     */
    Optional<Caller> forApi(Context context, Origin origin) {
        Optional<Caller> caller = find(context, origin);
        if (caller.isPresent() && !READING.contains(context.req().getMethod()) && !csrf.admits(context)) {
            throw Refusal.of(
                    403, "CSRF Failed: a change with a session takes the Origin of this site or the X-CSRFToken.");
        }
        return caller;
    }

    /**
     * Has the browser hold a session that was just opened, in place of any other, which ends.
     *
     * @param lasts whether it stays when the browser is closed
     */
    void open(Call call, LogIn.Opened opened, boolean lasts) {
        find(call.context(), call.origin()).ifPresent(this::end);
        Duration left = Duration.between(now.get(), opened.session().endsAt());
        COOKIE.set(call.context(), opened.key().reveal(), lasts ? left : null, site.isSecure(call.context()));
        csrf.renew(call.context());
    }

    /** Ends the session that the browser holds, if there is one, and has it forget it. */
    void end(Call call) {
        find(call.context(), call.origin()).ifPresent(this::end);
        COOKIE.clear(call.context(), site.isSecure(call.context()));
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
