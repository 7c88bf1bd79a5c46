package dev.roster.http.api;

import dev.roster.domain.user.PersonName;
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
        String role,
        String status,
        String kind,
        boolean developer,
        @Nullable UUID makerId,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        Instant updatedAt) {
    static final Shape<UserJson> SHAPE = Shape.of(UserJson.class);

    static UserJson of(User user) {
        return new UserJson(
                user.id().value(),
                user.username().value(),
                user.email() == null ? null : user.email().value(),
                user.profile().firstName().value(),
                text(user.profile().lastName()),
                text(user.profile().displayName()),
                user.profile().phone() == null ? null : user.profile().phone().value(),
                user.role().name().value(),
                user.status().word(),
                user.kind().word(),
                user.developer(),
                user.maker() == null ? null : user.maker().value(),
                user.lastActivityAt(),
                user.createdAt(),
                user.updatedAt());
    }

    /** With a tag. Being seen changes what is shown, but nothing that anybody could have meant to keep. */
    Shown shown() {
        return Shown.json(SHAPE, this, unseen());
    }

    private UserJson unseen() {
        return new UserJson(
                id,
                username,
                email,
                firstName,
                lastName,
                displayName,
                phone,
                role,
                status,
                kind,
                developer,
                makerId,
                null,
                createdAt,
                updatedAt);
    }

    static @Nullable String text(@Nullable PersonName name) {
        return name == null ? null : name.value();
    }
}
