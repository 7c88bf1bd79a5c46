package dev.roster.bootstrap;

/** How a setting is shown to people: secrets not at all, a database or a mail server without its password. */
final class Masking {
    private static final String HIDDEN = "********";

    private Masking() {}

    static String of(SettingName name, String text) {
        if (name.isSecret()) {
            return HIDDEN;
        }
        if (name == SettingName.SMTP_URL) {
            // A password may hold an @ itself.
            return text.replaceAll("(://[^:/]*:).*@", "$1" + HIDDEN + "@");
        }
        return name == SettingName.DATABASE || name == SettingName.DATABASE_STANDBY
                ? text.replaceAll("(://[^:/@]*:)[^@]*@", "$1" + HIDDEN + "@")
                        .replaceAll("(?i)(password=)[^&]*", "$1" + HIDDEN)
                : text;
    }
}
