package dev.roster.application.fake;

import dev.roster.application.port.Links;
import dev.roster.domain.credential.SecretText;

/** Links into an installation that is nowhere, with the secret behind the {@code #}. */
public final class ExampleLinks implements Links {
    private static final String HOME = "https://roster.example/";

    @Override
    public String acceptInvitation(SecretText secret) {
        return HOME + "invitation#" + secret.reveal();
    }

    @Override
    public String setPassword(SecretText secret) {
        return HOME + "password#" + secret.reveal();
    }

    @Override
    public String logIn(SecretText secret) {
        return HOME + "log-in-link#" + secret.reveal();
    }

    @Override
    public String signUp(SecretText secret) {
        return HOME + "sign-up#" + secret.reveal();
    }

    @Override
    public String confirmSignUp(SecretText secret) {
        return HOME + "confirm-sign-up#" + secret.reveal();
    }
}
