package dev.roster.cli.installation;

import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.CellText;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Prompt;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.Username;
import java.util.Optional;

/** Asks in the words of Label Studio (contract §9). */
final class PromptedAccount implements AccountQuestions {
    private static final String USUAL = "default_user@localhost";
    private static final String FIRST_LINE =
            "Please enter default user email, or press Enter to use " + USUAL + System.lineSeparator();

    private final Optional<Prompt> forUsername;
    private final Optional<Prompt> forPassword;

    private PromptedAccount(Optional<Prompt> forUsername, Optional<Prompt> forPassword) {
        this.forUsername = forUsername;
        this.forPassword = forPassword;
    }

    static AccountQuestions ofPasswordAlone(Optional<Prompt> prompt) {
        return new PromptedAccount(Optional.empty(), prompt);
    }

    static AccountQuestions of(Optional<Prompt> prompt) {
        return new PromptedAccount(prompt, prompt);
    }

    @Override
    public Optional<Username> username() {
        return forUsername
                .flatMap(prompt -> prompt.ask(FIRST_LINE + "Email: "))
                .map(answer -> new Username(answer.isBlank() ? USUAL : answer));
    }

    @Override
    public Optional<Password> password(Username username) {
        return forPassword.map(prompt ->
                Password.chosen(prompt.askSecret("User password for " + CellText.tame(username.value()) + ": ")
                        .orElseThrow(() -> new InstallationException("the input ended, no account was created"))));
    }
}
