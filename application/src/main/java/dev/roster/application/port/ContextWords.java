package dev.roster.application.port;

import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an attacker who guesses a password would try first, because it is known about the account: each name, and its parts of
 * three characters or more.
 */
public record ContextWords(List<String> words) {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LEAST = 3;

    public ContextWords {
        words = List.copyOf(words);
    }

    public static ContextWords none() {
        return new ContextWords(List.of());
    }

    /** For an account that is about to be made; its names can be added. */
    public static ContextWords of(Username username, @Nullable EmailAddress email) {
        return none().with(username).with(email);
    }

    public static ContextWords of(User user) {
        return of(user.username(), user.email()).withNames(user.profile());
    }

    /** These and the names in a profile. */
    public ContextWords withNames(Profile profile) {
        return with(profile.firstName()).with(profile.lastName()).with(profile.displayName());
    }

    /**
     * These and one more.
     *
     * @param name a username, a person's or an organization's name, or an address; null adds nothing
     */
    public ContextWords with(@Nullable Object name) {
        if (name == null) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(words);
        Stream.concat(Stream.of(name.toString()), BETWEEN_PARTS.splitAsStream(name.toString()))
                .filter(word -> word.length() >= LEAST)
                .forEach(more::add);
        return new ContextWords(List.copyOf(more));
    }
}
