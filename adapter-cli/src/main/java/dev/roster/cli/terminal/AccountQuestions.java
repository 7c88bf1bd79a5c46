package dev.roster.cli.terminal;

import dev.roster.domain.credential.Password;
import dev.roster.domain.user.Username;
import java.util.Optional;

/** The questions about the first account that neither the command line nor the settings answer. */
public interface AccountQuestions {
    /** Empty if no account is wanted, or there is no one to answer. */
    Optional<Username> username();

    /**
     * Empty if there is no one to answer.
     *
     * @throws InstallationException where the input ends in place of an answer
     */
    Optional<Password> password(Username username);
}
