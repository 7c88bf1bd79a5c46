package dev.roster.application.instance;

import dev.roster.application.credential.Limits;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.credential.SecretText;
import jakarta.inject.Inject;

/** Creates the one-time link by which somebody becomes the first owner. The previous one stops working at once. */
final class SetUpLinkIssuer {
    private static final String PREFIX = "rsl_";

    private final UnitOfWork work;
    private final SetUpLinks links;
    private final SecretSource secrets;
    private final Limits limits;

    @Inject
    SetUpLinkIssuer(UnitOfWork work, SetUpLinks links, SecretSource secrets, Limits limits) {
        this.work = work;
        this.links = links;
        this.secrets = secrets;
        this.limits = limits;
    }

    SecretText issue() {
        SecretText secret = secrets.next(PREFIX);
        work.inTransaction(() -> links.set(secret.digest(), work.now().plus(limits.setUpLink())));
        return secret;
    }
}
