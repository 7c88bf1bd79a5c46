package dev.roster.bootstrap;

/** A setting that Roster cannot work with. The message is for the operator and holds no secret. */
final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingException(String message) {
        super(message);
    }

    SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
