package dev.roster.domain.mail;

import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send, by kind and values; the carrier chooses the words. {@code toString} hides the address and the values, which hold
 * secret links.
 *
 * @param about the user it is about; if the user is deleted first, the mail is not sent. Null if it is about none
 * @param values by name: {@code link}, {@code expires} (an instant as ISO text), {@code username},
 *     {@code inviter}, {@code organization}, {@code workspaces}, {@code role}; a carrier leaves out the sentence for
 *     which there is no value
 */
public record Letter(EmailAddress to, @Nullable UserId about, Kind kind, Map<String, String> values) {
    private static final String EXPIRES = "expires";

    /** The kind of mail, with the values it needs. */
    public enum Kind {
        INVITATION("link", EXPIRES),
        PASSWORD_RESET("link", EXPIRES),
        PASSWORD_CHANGED("username"),
        /** To an address used for a sign-up; contains nothing that was entered there. */
        SIGN_UP("link", EXPIRES),
        /** To the owner of such an address who already has an account. */
        SIGN_UP_TAKEN("username"),
        TEST;

        // Set.of is immutable; Error Prone knows that only of Guava's sets.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> needed;

        Kind(String... needed) {
            this.needed = Set.of(needed);
        }

        /** The values without which the mail would be useless. */
        public Set<String> needed() {
            return needed;
        }
    }

    /** A mail that is about no user. */
    public Letter(EmailAddress to, Kind kind, Map<String, String> values) {
        this(to, null, kind, values);
    }

    /** @throws IllegalArgumentException when a value is missing that its kind needs, or the end is no instant */
    public Letter {
        values = Map.copyOf(values);
        for (String name : kind.needed()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("a letter of kind " + kind + " needs the value " + name);
            }
        }
        expiryIn(values);
    }

    /** When it becomes useless; empty if never. */
    public Optional<Instant> expires() {
        return expiryIn(values);
    }

    private static Optional<Instant> expiryIn(Map<String, String> values) {
        try {
            return Optional.ofNullable(values.get(EXPIRES)).map(Instant::parse);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("the end of a letter must be an instant", wrong);
        }
    }

    @Override
    public String toString() {
        return "Letter[" + kind + " with " + new TreeMap<>(values).keySet() + "]";
    }
}
