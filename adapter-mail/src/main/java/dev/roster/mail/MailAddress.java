package dev.roster.mail;

import dev.roster.domain.user.EmailAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An address as mail servers know it: the domain in ASCII, the part before it as it is. */
record MailAddress(String local, String domain) {
    /** What the JDK's rules for domains (IDNA 2003) turn into other letters, and today's (IDNA 2008) do not. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς]");

    /** @throws IllegalArgumentException when there can be no such domain, or two are meant by it */
    static MailAddress of(EmailAddress email) {
        String text = email.value();
        if (AMBIGUOUS.matcher(email.domain()).find()) {
            throw new IllegalArgumentException("the domain may be somebody else's");
        }
        return new MailAddress(text.substring(0, text.lastIndexOf('@')), IDN.toASCII(email.domain()));
    }

    /**
     * Whether every mail server understands it. The others must not get it: the library would cut each character to its
     * last eight bits, which makes {@code ana} of {@code šna} and gives the mail to somebody else.
     */
    boolean isAscii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(local);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
