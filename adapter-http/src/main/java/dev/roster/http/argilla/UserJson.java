package dev.roster.http.argilla;

import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Shape;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user in {@code /api/v1}. */
record UserJson(
        UUID id,
        String firstName,
        @Nullable String lastName,
        String username,
        String role,
        String apiKey,
        String insertedAt,
        String updatedAt) {
    static final Shape<UserJson> SHAPE = Shape.of(UserJson.class);

    static UserJson of(ShownUser shown) {
        User user = shown.user();
        return new UserJson(
                user.id().value(),
                user.profile().firstName().value(),
                user.profile().lastName() == null
                        ? null
                        : user.profile().lastName().value(),
                user.username().value(),
                shown.role().word(),
                shown.apiKey(),
                Times.format(user.createdAt()),
                Times.format(user.updatedAt()));
    }
}
