package dev.roster.application.credential;

import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.organization.Organization;
import jakarta.inject.Inject;

/**
 * Processes every password that a user chooses: checks it against the installation's policy, then hashes it. Ask the guard
 * first, and call this outside the transaction that stores the hash, which would have to wait for it.
 */
public final class ChosenPassword {
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Transactions transactions;
    private final Organizations organizations;

    @Inject
    ChosenPassword(
            PasswordPolicy policy, PasswordHasher hasher, Transactions transactions, Organizations organizations) {
        this.policy = policy;
        this.hasher = hasher;
        this.transactions = transactions;
        this.organizations = organizations;
    }

    /**
     * Returns the hash to keep.
     *
     * @param about what is known about the account; the name of the default organization comes along
     * @throws RefusedException INVALID naming {@code password}, when the policy does not take it; BUSY when too many
     *     hashes are waiting
     */
    public String hash(Password wanted, ContextWords about) {
        check(wanted, about);
        return hasher.hash(wanted);
    }

    /**
     * The check alone, for a password that is kept later, if at all.
     *
     * @throws RefusedException INVALID naming {@code password}, when the policy does not take it
     */
    public void check(Password wanted, ContextWords about) {
        ContextWords all = transactions
                .reading(organizations::findDefault)
                .map(Organization::name)
                .map(about::with)
                .orElse(about);
        policy.check(wanted, all);
    }
}
