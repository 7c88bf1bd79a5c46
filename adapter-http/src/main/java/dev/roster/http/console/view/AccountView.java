package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about the caller's own account.
 *
 * @param form with the profile
 * @param picture what is wrong with a picture that was sent, or null
 * @param pictured whether there is a picture to remove
 * @param email empty for none
 * @param role the account role
 * @param createsKeys whether another key may be created
 */
public record AccountView(
        FormView form,
        @Nullable String picture,
        boolean pictured,
        PersonView person,
        String email,
        String role,
        boolean createsKeys,
        List<PlaceRow> places,
        List<KeyRow> keys,
        List<SessionRow> sessions)
        implements View {
    /**
     * A place that one belongs to.
     *
     * @param kind the key of the word for such a place
     * @param page null where one may not look at it
     * @param role null where the account role counts, or where it is not known
     * @param leave the page to leave it
     */
    public record PlaceRow(
            String kind,
            String name,
            @Nullable String page,
            @Nullable String role,
            String leave) {}

    /**
     * A key by what may be shown of it.
     *
     * @param until null for one that does not end by itself
     * @param revoke the page to revoke it, or null where it no longer works
     */
    public record KeyRow(
            String hint,
            String name,
            StatusView status,
            TimeView created,
            @Nullable TimeView used,
            @Nullable TimeView until,
            @Nullable String revoke) {}

    /**
     * A login that lasts.
     *
     * @param current whether it is this one
     * @param end the page to end it
     */
    public record SessionRow(
            DeviceView device, @Nullable String address, TimeView opened, TimeView used, boolean current, String end) {}

    public AccountView {
        places = List.copyOf(places);
        keys = List.copyOf(keys);
        sessions = List.copyOf(sessions);
    }

    /** Whether there is anything to end beside this session. */
    public boolean hasOthers() {
        return sessions.size() > 1;
    }

    @Override
    public String template() {
        return "console/account/account.jte";
    }

    @Override
    public String title() {
        return "account.title";
    }
}
