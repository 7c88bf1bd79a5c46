package dev.roster.http.api;

import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account, to its user and to those who may read users. */
record UserJson(
        UUID id,
        String username,
        @Nullable String email,
        String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        @Nullable String phone,
        @Nullable String pronouns,
        String role,
        String status,
        String kind,
        boolean developer,
        @Nullable UUID makerId,
        @Nullable StayJson stay,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        Instant updatedAt) {
    /** How long the account of a guest lasts. */
    private record StayJson(
            @Nullable UUID workspaceId, @Nullable Instant until) {
        static @Nullable StayJson of(@Nullable Stay stay) {
            return stay == null
                    ? null
                    : new StayJson(
                            stay.workspace() == null ? null : stay.workspace().value(), stay.until());
        }
    }

    static final Shape<UserJson> SHAPE = Shape.of(UserJson.class);

    static UserJson of(User user) {
        return new UserJson(
                user.id().value(),
                user.username().value(),
                user.email() == null ? null : user.email().value(),
                user.profile().firstName().value(),
                ProfileField.LAST_NAME.text(user.profile()),
                ProfileField.DISPLAY_NAME.text(user.profile()),
                ProfileField.PHONE.text(user.profile()),
                ProfileField.PRONOUNS.text(user.profile()),
                user.role().name().value(),
                user.status().word(),
                user.kind().word(),
                user.developer(),
                user.maker() == null ? null : user.maker().value(),
                StayJson.of(user.stay()),
                user.lastActivityAt(),
                user.createdAt(),
                user.updatedAt());
    }

    /** With a tag. Being seen changes what is shown, but nothing that anybody could have meant to keep. */
    static Shown shown(User user) {
        return Shown.json(SHAPE, of(user), of(user.withLastActivityAt(null)));
    }
}
