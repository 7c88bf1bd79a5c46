package dev.roster.domain.audit;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A seal as it was noted elsewhere, {@code 12:9f3a…}: its number with all of its digest, or the beginning of it. */
public record SealMark(long number, String digest) {
    private static final Pattern SHAPE = Pattern.compile("(0|[1-9]\\d{0,17}):([0-9a-f]{16,64})");

    /** @throws RefusedException INVALID, naming {@code seal} */
    public static SealMark parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw RefusedException.invalid(
                    "seal",
                    "invalid seal " + UserText.quote(text) + ", expected it as verify prints it, like `12:9f3a…`");
        }
        return new SealMark(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    boolean isOf(AuditSeal seal) {
        return seal.number() == number && seal.digest().startsWith(digest);
    }

    @Override
    public String toString() {
        return number + ":" + digest;
    }
}
