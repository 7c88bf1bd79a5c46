package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another annotation platform, read over its own API. What it tells is given as it is: names and ids may be such as
 * Roster does not take.
 */
public interface ForeignPlatform {
    /** Where it is, and the key of an owner there. */
    record Address(String url, SecretText key) {}

    /** @param role the word for it there */
    @RecordBuilder
    record Person(
            String id,
            String username,
            String firstName,
            @Nullable String lastName,
            @Nullable String email,
            String role)
            implements ForeignPlatformPersonBuilder.With {
        public Person {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(firstName, "firstName");
            Objects.requireNonNull(role, "role");
        }
    }

    /** What a workspace is there. */
    record Team(String id, String name) {}

    /** Whether its ids are UUIDs, which people and workspaces keep here. Others are known again by e-mail and name. */
    default boolean hasUuids() {
        return true;
    }

    /**
     * Everybody, oldest first.
     *
     * @throws RefusedException INVALID naming {@code url} or {@code api_key}, when nothing sensible answers there;
     *     UNAUTHENTICATED or FORBIDDEN, when the key is not an owner's
     */
    List<Person> people(Address address);

    /** All workspaces, oldest first; throws as {@link #people} does. */
    List<Team> teams(Address address);

    /** The ids of a workspace's members, in order of joining; throws as {@link #people} does. */
    List<String> members(Address address, Team team);
}
