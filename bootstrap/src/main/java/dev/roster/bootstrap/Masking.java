package dev.roster.bootstrap;

/** How a setting is shown to people: secrets not at all, a database without its password. */
final class Masking {
    private static final String HIDDEN = "********";

    private Masking() {}

    static String of(SettingName name, String text) {
        if (name.isSecret()) {
            return HIDDEN;
        }
        return name == SettingName.DATABASE
                ? text.replaceAll("(://[^:/@]*:)[^@]*@", "$1" + HIDDEN + "@")
                        .replaceAll("(?i)(password=)[^&]*", "$1" + HIDDEN)
                : text;
    }
}
