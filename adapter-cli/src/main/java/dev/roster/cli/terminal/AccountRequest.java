package dev.roster.cli.terminal;

import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import org.jspecify.annotations.Nullable;

/**
 * The first account. What is null was not given on the command line; the settings may still say it.
 *
 * @param username or e-mail address
 * @param token as it was given, of any length
 * @param workspace to create along with the first owner
 */
public record AccountRequest(
        @Nullable Username username,
        @Nullable Password password,
        @Nullable SecretText token,
        @Nullable WorkspaceName workspace) {
    /** Where nothing was given. */
    public static final AccountRequest NONE = new AccountRequest(null, null, null, null);
}
