package dev.roster.application.port;

import dev.roster.domain.credential.SecretText;

/** Where people find the pages of this installation, by the URL that was configured, never by one that a request names. */
public interface Links {
    String acceptInvitation(SecretText secret);

    String setPassword(SecretText secret);

    String logIn(SecretText secret);

    String signUp(SecretText secret);

    String confirmSignUp(SecretText secret);
}
