package dev.roster.http.labelstudio;

import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Times;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user with the keys of the original, in its order (contract §3.1). Names that nobody gave are empty, never null. */
final class ShownUser {
    private ShownUser() {}

    /**
     * @param seenIn the organization in which the user is looked at, as others are nobody's business
     * @param owner the address of its owner, or nothing
     */
    static Map<String, Object> of(User user, Organization seenIn, String owner) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", user.number());
        shown.put("first_name", firstName(user));
        shown.put("last_name", name(user.profile().lastName()));
        shown.put("username", username(user));
        shown.put("email", email(user));
        shown.put(
                "last_activity", Times.brief(user.lastActivityAt() == null ? user.createdAt() : user.lastActivityAt()));
        shown.put("custom_hotkeys", Map.of());
        shown.put("avatar", null);
        shown.put("initials", initials(user));
        shown.put("phone", phone(user.profile()));
        shown.put("active_organization", seenIn.number());
        shown.put("active_organization_meta", Map.of("title", seenIn.name().value(), "email", owner));
        shown.put("allow_newsletters", null);
        shown.put("date_joined", Times.brief(user.createdAt()));
        return shown;
    }

    /** Every account has a first name here; one that is only the username was never given. */
    static String firstName(User user) {
        PersonName first = user.profile().firstName();
        return first.equals(Profile.named(user.username()).firstName()) ? "" : first.value();
    }

    private static String name(@Nullable PersonName name) {
        return name == null ? "" : name.value();
    }

    private static String phone(Profile profile) {
        PhoneNumber phone = profile.phone();
        return phone == null ? "" : phone.value();
    }

    /** The display name; for accounts of other doors the username, unless that is only the address. */
    private static String username(User user) {
        if (user.profile().displayName() != null) {
            return user.profile().displayName().value();
        }
        EmailAddress email = user.email();
        return email != null && email.key().equals(user.username().key())
                ? ""
                : user.username().value();
    }

    static String email(User user) {
        return user.email() == null ? "" : user.email().value().toLowerCase(Locale.ROOT);
    }

    private static String initials(User user) {
        String names = start(firstName(user), 1) + start(name(user.profile().lastName()), 1);
        String email = email(user);
        return names.isEmpty() ? start(email.isEmpty() ? user.username().value() : email, 2) : names;
    }

    private static String start(String text, int most) {
        return text.codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
