package dev.roster.bootstrap;

import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.PrivateFile;
import dev.roster.domain.credential.SecretText;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in the data directory that hands a new account's user token over, to nobody but its owner. */
final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Settings settings;

    @Inject
    TokenFile(Settings settings) {
        this.settings = settings;
    }

    /** Whether the operator has it already, from the command line or the settings. */
    boolean isToldBy(AccountRequest request, CreateUser.Created made) {
        String token = made.token().reveal();
        return Optional.ofNullable(request.token())
                        .map(SecretText::reveal)
                        .filter(token::equals)
                        .isPresent()
                || settings.text(SettingName.API_KEY).filter(token::equals).isPresent();
    }

    Path write(CreateUser.Created made) {
        String username = made.user().username().value();
        Path file = settings.dataDirectory().resolve("user-token." + username.replaceAll("[^A-Za-z0-9@._-]", "_"));
        PrivateFile.write(file, true, text -> text.println(made.token().reveal()));
        LOG.info("the user token of `{}` is in the file {}, read it and delete the file", username, file);
        return file;
    }
}
