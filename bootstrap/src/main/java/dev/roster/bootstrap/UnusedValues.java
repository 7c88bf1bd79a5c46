package dev.roster.bootstrap;

import dev.roster.application.instance.StartInstance.Fate;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.CellText;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what was given for the account to begin with and has no effect, and what to do instead. */
final class UnusedValues {
    private static final Logger LOG = LoggerFactory.getLogger(UnusedValues.class);

    private final Settings settings;

    @Inject
    UnusedValues(Settings settings) {
        this.settings = settings;
    }

    void tell(AccountRequest request, Username username, Fate fate) {
        Set<SettingName> given = given(request);
        String name = CellText.tame(username.value());
        switch (fate) {
            case OWNER -> {}
            case MEMBER -> {
                given.retainAll(EnumSet.of(SettingName.WORKSPACE));
                log(given, "`" + name + "` is no first owner", "roster members add WORKSPACE " + name);
            }
            case KNOWN ->
                log(
                        given,
                        "`" + name + "` exists and stays as it is",
                        "roster users update " + name + " --password-prompt` and `roster token renew " + name);
            case REFUSED -> log(given, "no account was created", "roster users create " + name);
        }
    }

    /** Without a username nobody is meant. */
    void tellWithoutUsername(AccountRequest request) {
        log(given(request), "no username was given", "roster start --username USERNAME");
    }

    private Set<SettingName> given(AccountRequest request) {
        Set<SettingName> given = EnumSet.noneOf(SettingName.class);
        addIf(given, SettingName.PASSWORD, request.password() != null);
        addIf(given, SettingName.API_KEY, request.token() != null);
        addIf(given, SettingName.WORKSPACE, request.workspace() != null);
        return given;
    }

    private void addIf(Set<SettingName> given, SettingName name, boolean asOption) {
        if (asOption || settings.text(name).isPresent()) {
            given.add(name);
        }
    }

    private static void log(Set<SettingName> given, String why, String instead) {
        if (!given.isEmpty()) {
            LOG.info(
                    "{} without effect, as {}; use `{}` instead",
                    given.stream().map(SettingName::key).collect(Collectors.joining(", ")),
                    why,
                    instead);
        }
    }
}
