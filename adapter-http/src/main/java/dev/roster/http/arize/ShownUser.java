package dev.roster.http.arize;

import dev.roster.application.port.People.Person;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user with the seven keys that the client knows (contract §3.1). */
final class ShownUser {
    private ShownUser() {}

    static Map<String, Object> of(Person person, Spelling spelling) {
        User user = person.user();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.USER.write(user.id()));
        shown.put("name", name(user.profile()));
        shown.put("email", user.email() == null ? "" : user.email().value());
        shown.put("created_at", Times.brief(user.createdAt()));
        shown.put("status", spelling.of(person.status().name()));
        shown.put("role", Level.ACCOUNT.show(user.role(), spelling));
        shown.put("is_developer", user.developer());
        return shown;
    }

    private static String name(Profile profile) {
        return profile.displayName() == null
                ? profile.fullName()
                : profile.displayName().value();
    }
}
