package dev.roster.cli.user;

import dev.roster.cli.terminal.Layout;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user in the fields of Label Studio, in its order (contract §9.2). Names that nobody gave are empty, never null.
 *
 * @param organization the first that the user belongs to, or null for none
 * @param token null where it is not kept
 */
record UserInfo(
        User user,
        @Nullable Organization organization,
        @Nullable UserToken token) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final Layout<UserInfo> LAYOUT = Layout.<UserInfo>of("users")
            .column("id", info -> info.user().number())
            .column("first_name", UserInfo::firstName)
            .column("last_name", info -> text(info.profile().lastName()))
            .column("username", UserInfo::shownUsername)
            .column("email", UserInfo::email)
            .column("last_activity", UserInfo::lastActivity)
            .column("avatar", info -> null)
            .column("initials", UserInfo::initials)
            .column("phone", UserInfo::phone)
            .column("active_organization", UserInfo::organizationNumber)
            .column("token", info -> info.token() == null ? null : info.token().reveal())
            .column("status", info -> "ok");

    private Profile profile() {
        return user.profile();
    }

    /** Every account has a first name; one that is only the username was never given. */
    private String firstName() {
        PersonName unnamed = Profile.named(user.username()).firstName();
        return profile().firstName().equals(unnamed) ? "" : text(profile().firstName());
    }

    private static String text(@Nullable PersonName name) {
        return name == null ? "" : name.value();
    }

    /** The display name, else the username unless that is only the address. */
    private String shownUsername() {
        EmailAddress email = user.email();
        boolean isAddress = email != null && email.key().equals(user.username().key());
        return profile().displayName() == null && !isAddress
                ? user.username().value()
                : text(profile().displayName());
    }

    private String email() {
        return user.email() == null ? "" : user.email().value().toLowerCase(Locale.ROOT);
    }

    /** Who was never active was so when the account was created: clients want a time (contract §8). */
    private String lastActivity() {
        Instant at = user.lastActivityAt() == null ? user.createdAt() : user.lastActivityAt();
        return TIME.format(at).replace(".000000Z", "Z");
    }

    /** Of the names, else of the address (contract §3.1). */
    private String initials() {
        String names = start(firstName(), 1) + start(text(profile().lastName()), 1);
        String login = email().isEmpty() ? user.username().value() : email();
        return names.isEmpty() ? start(login, 2) : names;
    }

    private static String start(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }

    private String phone() {
        PhoneNumber phone = profile().phone();
        return phone == null ? "" : phone.value();
    }

    private @Nullable Long organizationNumber() {
        return organization == null ? null : organization.number();
    }
}
