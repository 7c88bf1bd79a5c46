package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.invitation.Arrival;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what people say of newsletters when they sign up (contract §7.1), as soon as they have an account. */
final class NewsletterChoice implements Arrival {
    private static final String SAID = "label-studio:allow_newsletters=";

    private final KeptAccounts keptAccounts;

    @Inject
    NewsletterChoice(KeptAccounts keptAccounts) {
        this.keptAccounts = keptAccounts;
    }

    /** For the sign-up to carry until it is confirmed. */
    static String said(boolean wanted) {
        return SAID + wanted;
    }

    @Override
    public void arrived(OrganizationId organization, User user, @Nullable String said, Origin origin) {
        if (said != null && said.startsWith(SAID)) {
            keptAccounts.put(
                    Caller.user(user, origin),
                    user.id(),
                    Map.of(KeptAccounts.NEWSLETTERS, said.substring(SAID.length())));
        }
    }
}
