package dev.roster.http.console;

import dev.roster.domain.credential.SecretText;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of links that people are sent. They stand behind the {@code #}, so that they reach no log; a script puts them into the
 * field {@code secret} of the page's form, and without one people paste the link there, whole or in part.
 */
final class LinkSecrets {
    /** The field of the form. */
    static final String FIELD = "secret";

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&#]*)");

    private LinkSecrets() {}

    /** The secret that a form has to send; what is missing is noted. */
    static Field<SecretText> required(TypedForm form) {
        return form.value(FIELD, text -> new SecretText(of(text)));
    }

    /** The same where one can do without. */
    static Field<SecretText> optional(TypedForm form) {
        return form.optional(FIELD, text -> new SecretText(of(text)));
    }

    /** What the query names, as the links of Label Studio do; empty for nothing. */
    static String inQuery(Call call) {
        String token = call.query().textOrEmpty("token");
        return token == null ? "" : token;
    }

    private static String of(String pasted) {
        int hash = pasted.indexOf('#');
        if (hash >= 0) {
            return pasted.substring(hash + 1).strip();
        }
        Matcher token = TOKEN.matcher(pasted);
        return token.find() ? token.group(1) : pasted;
    }
}
