package dev.roster.http.console;

import dev.roster.domain.credential.Password;
import dev.roster.http.dialect.Field;

/** A password that somebody chooses, and types again to be sure. */
final class ChosenPasswords {
    private static final String AGAIN = "again";

    private ChosenPasswords() {}

    /** What is wrong is noted at {@code password}, or at {@code again} where that is left empty or differs. */
    static Field<Password> read(TypedForm form) {
        form.secret(AGAIN, text -> text);
        return readOnce(form);
    }

    /** The same for forms of which clients know only the one field. */
    static Field<Password> readOnce(TypedForm form) {
        Field<Password> password = form.secret("password", Password::chosen);
        String again = form.raw(AGAIN);
        if (!again.isEmpty() && !again.equals(form.raw("password"))) {
            form.refuse(AGAIN, "The two passwords differ.");
        }
        return password;
    }
}
