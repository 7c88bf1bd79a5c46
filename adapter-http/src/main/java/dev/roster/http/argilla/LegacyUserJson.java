package dev.roster.http.argilla;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Shape;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user in {@code /api}, where what is null is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegacyUserJson(
        UUID id,
        String firstName,
        @Nullable String lastName,
        String fullName,
        String username,
        String role,
        List<String> workspaces,
        String apiKey,
        String insertedAt,
        String updatedAt) {
    static final Shape<LegacyUserJson> SHAPE = Shape.of(LegacyUserJson.class);

    /** @param workspaces the names */
    static LegacyUserJson of(ShownUser shown, List<String> workspaces) {
        User user = shown.user();
        return new LegacyUserJson(
                user.id().value(),
                user.profile().firstName().value(),
                user.profile().lastName() == null
                        ? null
                        : user.profile().lastName().value(),
                user.profile().fullName(),
                user.username().value(),
                shown.role().word(),
                workspaces,
                shown.apiKey(),
                Times.format(user.createdAt()),
                Times.format(user.updatedAt()));
    }
}
