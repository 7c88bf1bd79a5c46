package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.SecretSource;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyBuilder;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Creates API keys for users. */
public final class KeyIssuer {
    /**
     * The new key.
     *
     * @param name 1 to 256 characters
     * @param description at most 1,000 characters, may be empty
     * @param expiresAt in the future, or null for no expiry
     */
    @RecordBuilder
    public record Wish(
            String name, String description, @Nullable Instant expiresAt) implements KeyIssuerWishBuilder.With {
        /** One without a description that does not end by itself. */
        public static Wish named(String name) {
            return KeyIssuerWishBuilder.builder().name(name).description("").build();
        }
    }

    /** A key, whose it is, and its secret: shown here only. */
    public record Issued(ApiKey key, User user, SecretText secret) {}

    /** How many keys of a user may work at a time. Those that work on for a while beside their successors come on top. */
    static final int MOST = 100;

    private static final String PREFIX = "rak_";

    private final UnitOfWork work;
    private final ApiKeys keys;
    private final KeyWriter random;

    @Inject
    KeyIssuer(UnitOfWork work, ApiKeys keys, SecretSource secrets) {
        this.work = work;
        this.keys = keys;
        this.random = draft -> secrets.next(PREFIX);
    }

    /**
     * @throws RefusedException INVALID naming {@code expires_at}, {@code name} or {@code description}; FORBIDDEN for a caller
     *     with a credential that makes no keys; CONFLICT naming {@code key} where as many work as may
     */
    Issued issue(Caller caller, User user, Wish wish) {
        work.guard().requireToHandOut(caller);
        requireRoom(user, MOST);
        return make(caller, user, wish, ApiKeyForm.RANDOM, random);
    }

    /** The same for a signed key. */
    Issued issue(Caller caller, User user, Wish wish, KeyWriter writer) {
        work.guard().requireToHandOut(caller);
        requireRoom(user, MOST);
        return make(caller, user, wish, ApiKeyForm.SIGNED, writer);
    }

    /**
     * In place of a key that has ended, however many others there are, or that works on for a while.
     *
     * @throws RefusedException as {@link #issue} does; CONFLICT where too many work on beside their successors
     */
    Issued issueInstead(Caller caller, User user, Wish wish, boolean oldWorksOn) {
        work.guard().requireToHandOut(caller);
        if (oldWorksOn) {
            requireRoom(user, 2 * MOST);
        }
        return make(caller, user, wish, ApiKeyForm.RANDOM, random);
    }

    /** The same for a signed key that has ended. */
    Issued issueInstead(Caller caller, User user, Wish wish, KeyWriter writer) {
        work.guard().requireToHandOut(caller);
        return make(caller, user, wish, ApiKeyForm.SIGNED, writer);
    }

    /** The same where the caller has shown their password with the call. */
    Issued issueToProven(Caller caller, User user, Wish wish) {
        requireRoom(user, MOST);
        return make(caller, user, wish, ApiKeyForm.RANDOM, random);
    }

    /** The key that the caller came with, renewed: the old one stops working, and the new one ends no later. */
    Issued replace(Caller caller, User user, Wish wish) {
        return make(caller, user, wish, ApiKeyForm.RANDOM, random);
    }

    /** The same for a signed key. */
    Issued replace(Caller caller, User user, Wish wish, KeyWriter writer) {
        return make(caller, user, wish, ApiKeyForm.SIGNED, writer);
    }

    private void requireRoom(User user, int most) {
        if (keys.countUsable(user.id(), work.now()).own() >= most) {
            throw RefusedException.conflict(
                    "key",
                    "`" + user.username() + "` has " + most
                            + " API keys that work, which is the maximum; revoke one first");
        }
    }

    private Issued make(Caller caller, User user, Wish wish, ApiKeyForm form, KeyWriter writer) {
        KeyWriter.Draft draft =
                new KeyWriter.Draft(new ApiKeyId(work.nextId()), user, work.now(), end(wish.expiresAt()));
        SecretText secret = writer.write(draft);
        ApiKey key = keys.add(ApiKeyBuilder.builder()
                .id(draft.id())
                .number(0)
                .user(user.id())
                .name(wish.name())
                .description(wish.description().strip())
                .form(form)
                .digest(secret.digest())
                .hint(ApiKey.hintOf(form, secret))
                .creator(maker(caller))
                .createdAt(draft.createdAt())
                .expiresAt(draft.expiresAt())
                .build());
        note(caller, user, key);
        return new Issued(key, user, secret);
    }

    private @Nullable Instant end(@Nullable Instant wanted) {
        if (wanted == null) {
            return null;
        }
        if (!wanted.isAfter(work.now())) {
            throw RefusedException.invalid("expires_at", "expires_at is in the past, it must be later than now");
        }
        return wanted.truncatedTo(ChronoUnit.MICROS);
    }

    private void note(Caller caller, User user, ApiKey key) {
        work.journal()
                .write(
                        caller,
                        "key.create",
                        Target.of(user),
                        Changes.none()
                                .set("key", key.id())
                                .set("name", key.name())
                                .set("form", key.form().word())
                                .set("expires_at", key.expiresAt()));
    }

    /** Who made the key that the caller came with knows what was made with it, too. */
    private static @Nullable UserId maker(Caller caller) {
        UserId keyMaker = caller.credential().keyMaker();
        User user = caller.user();
        return keyMaker != null || user == null ? keyMaker : user.id();
    }
}
