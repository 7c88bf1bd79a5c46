package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import jakarta.inject.Inject;

/** Asks forms of pages that are open to everybody whether they come from this site; {@link Console} asks all others. */
final class Proofs {
    private final CsrfTokens csrf;

    @Inject
    Proofs(CsrfTokens csrf) {
        this.csrf = csrf;
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
                        "this form was sent from an address that does not belong to this server; if the server is behind a proxy,"
                                + " its administrator must set `public-url` to the address that your browser shows");
            case UNPROVEN ->
                throw RefusedException.forbidden(
                        "this form was sent without the token of its page; allow cookies for this site, reload the page and"
                                + " send it again");
        }
    }
}
