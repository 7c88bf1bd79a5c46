package dev.roster.http.api;

import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as colleagues see them: without e-mail address. */
record PersonJson(
        UUID id,
        String username,
        String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        String role,
        String status) {
    static PersonJson of(User user) {
        return new PersonJson(
                user.id().value(),
                user.username().value(),
                user.profile().firstName().value(),
                ProfileField.LAST_NAME.text(user.profile()),
                ProfileField.DISPLAY_NAME.text(user.profile()),
                user.role().name().value(),
                user.status().word());
    }
}
