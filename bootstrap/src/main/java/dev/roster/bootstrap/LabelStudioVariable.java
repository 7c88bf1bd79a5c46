package dev.roster.bootstrap;

import dev.roster.cli.terminal.InstallationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of Label Studio that say a setting, too (contract §9). They are weaker than everything that is
 * Roster's own but a default.
 */
enum LabelStudioVariable {
    BASE_DATA_DIR(SettingName.DATA_DIR),
    HOST(SettingName.PUBLIC_URL),
    PORT(SettingName.PORT),
    DISABLE_SIGNUP_WITHOUT_LINK(SettingName.SIGN_UP, "link", "open"),
    ENABLE_LEGACY_API_TOKEN(SettingName.LABEL_STUDIO_LEGACY_TOKENS, "on", "off"),
    USERNAME(SettingName.USERNAME),
    PASSWORD(SettingName.PASSWORD),
    USER_TOKEN(SettingName.API_KEY);

    private static final Set<String> YES = Set.of("true", "yes", "on", "1");
    private static final Set<String> NO = Set.of("false", "no", "not", "off", "0");

    private final SettingName setting;
    private final @Nullable String yes;
    private final @Nullable String no;

    LabelStudioVariable(SettingName setting) {
        this(setting, null, null);
    }

    /**
     * One that says yes or no.
     *
     * @param yes the value of the setting that yes stands for
     * @param no the same for no
     */
    LabelStudioVariable(SettingName setting, @Nullable String yes, @Nullable String no) {
        this.setting = setting;
        this.yes = yes;
        this.no = no;
    }

    static Optional<LabelStudioVariable> of(SettingName setting) {
        return Arrays.stream(values())
                .filter(variable -> variable.setting == setting)
                .findFirst();
    }

    String variable() {
        return "LABEL_STUDIO_" + name();
    }

    /**
     * The value of the setting.
     *
     * @throws InstallationException naming the variable, for a yes or no that is neither
     */
    String meaning(String text) {
        if (yes == null || no == null) {
            return text;
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new InstallationException("invalid " + variable() + " `" + text
                    + "`, expected true, yes, on or 1, or false, " + "no, not, off or 0");
        }
        return YES.contains(word) ? yes : no;
    }
}
