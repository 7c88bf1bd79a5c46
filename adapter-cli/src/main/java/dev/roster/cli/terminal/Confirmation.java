package dev.roster.cli.terminal;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** Asks before something is deleted permanently. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("y", "yes");

    private final Terminal terminal;

    @Inject
    Confirmation(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * @param deed what is about to happen, as in "delete user `ada`"
     * @param agreed whether {@code --yes} was given
     * @throws InstallationException when the answer is no, or there is no one to answer
     */
    public void ask(String deed, boolean agreed) {
        if (agreed) {
            return;
        }
        Prompt prompt = terminal.prompt()
                .orElseThrow(
                        () -> new InstallationException("there is no terminal to ask on, add --yes to really " + deed));
        String answer = prompt.ask("Really " + CellText.tame(deed) + "? [y/N] ").orElse("");
        if (!YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new InstallationException("nothing was changed");
        }
    }
}
