package dev.roster.cli.user;

import dev.roster.application.flat.FlatUser;
import dev.roster.cli.terminal.Layout;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
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
            .column("first_name", info -> info.flat().firstName())
            .column("last_name", info -> info.flat().lastName())
            .column("username", info -> info.flat().username())
            .column("email", info -> info.flat().email())
            .column("last_activity", UserInfo::lastActivity)
            .column("avatar", info -> null)
            .column("initials", info -> info.flat().initials())
            .column("phone", info -> info.flat().phone())
            .column("active_organization", UserInfo::organizationNumber)
            .column("token", info -> info.token() == null ? null : info.token().reveal())
            .column("status", info -> "ok");

    private FlatUser flat() {
        return new FlatUser(user);
    }

    private String lastActivity() {
        return TIME.format(flat().lastActivity()).replace(".000000Z", "Z");
    }

    private @Nullable Long organizationNumber() {
        return organization == null ? null : organization.number();
    }
}
