package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.Site;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Set;

/** Asks forms of pages that are open to everybody whether they come from this site; {@link Console} asks all others. */
final class Proofs {
    private static final Set<String> OWN_LINKS = Set.of("same-origin", "none");

    private final CsrfTokens csrf;
    private final Site site;

    @Inject
    Proofs(CsrfTokens csrf, Site site) {
        this.csrf = csrf;
        this.site = site;
    }

    /** @throws RefusedException FORBIDDEN for a form without the token of its page, and for one of another site */
    void requireToken(Call call) {
        require(csrf.verdictWithToken(call.context(), TypedForm.of(call).token()));
    }

    /** The same, where it is enough that the browser says that a page of this site sent it. */
    void require(Call call) {
        require(csrf.verdict(call.context(), TypedForm.of(call).token()));
    }

    private static void require(CsrfTokens.Verdict verdict) {
        switch (verdict) {
            case OWN -> {}
            case FOREIGN ->
                throw RefusedException.forbidden(
                        "this form was sent from another address than this server knows itself by; if it is behind a proxy,"
                                + " whoever runs it sets `public-url` to the address that your browser shows");
            case UNPROVEN ->
                throw RefusedException.forbidden(
                        "this form came without the token of its page; allow cookies for this site, load the page again and"
                                + " send it once more");
        }
    }

    /** Whether a link of another site has led the browser here. */
    boolean isLedFromElsewhere(Context context) {
        String from = context.req().getHeader("Sec-Fetch-Site");
        return from == null ? site.sender(context) == Site.Sender.FOREIGN : !OWN_LINKS.contains(from);
    }
}
