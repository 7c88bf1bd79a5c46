package dev.roster.cli.terminal;

import dev.roster.domain.credential.Password;
import dev.roster.domain.user.Username;
import java.util.Optional;

/** What is asked about the account to begin with, where neither the command line nor the settings say it. */
public interface AccountQuestions {
    /** Empty where no account is wanted, or nobody can answer. */
    Optional<Username> username();

    /**
     * Empty where nobody can answer.
     *
     * @throws InstallationException where the input ends in place of an answer
     */
    Optional<Password> password(Username username);
}
