package dev.roster.cli.transfer;

import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.application.transfer.Line;
import dev.roster.cli.transfer.Sheet.Row;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One person of a CSV, and all that is wrong with their row. */
final class PeopleRow {
    /** What Roster puts in front of a text that a spreadsheet would take for a formula. */
    private static final Pattern NEUTRAL = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final Row row;
    private final PeopleHeading heading;
    private final TableOptions options;
    private final FieldFaults faults = new FieldFaults();

    PeopleRow(Row row, PeopleHeading heading, TableOptions options) {
        this.row = row;
        this.heading = heading;
        this.options = options;
    }

    Line line() {
        checkLength();
        UserKind kind = read(PeopleHeading.KIND, UserKind::parse);
        UserStatus status = read(PeopleHeading.STATUS, UserStatus::parse);
        String skipped = skipped(kind, status);
        if (faults.isEmpty() && skipped != null) {
            return Line.skipped(row.line(), skipped);
        }
        Entry person = person(Objects.requireNonNullElse(status, UserStatus.ACTIVE));
        return person != null && faults.isEmpty()
                ? Line.of(row.line(), person)
                : Line.wrong(row.line(), person, faults.all());
    }

    private void checkLength() {
        int wanted = heading.sizeWithTitles();
        int there = row.cells().size();
        if (there < wanted && !options.isFilling()) {
            wrong("the row has " + there + " cells, the heading " + wanted
                    + "; write the missing ones, or add --fill-short-rows to take them as empty");
        }
        boolean isLong = false;
        for (int at = 0; at < there; at++) {
            isLong |= !heading.hasTitle(at) && !row.cells().get(at).isBlank();
        }
        if (isLong) {
            wrong("the row has " + there + " cells, the heading " + wanted
                    + "; put a cell that contains a separator in quotation marks");
        }
    }

    private void wrong(String reason) {
        faults.add("line", reason);
    }

    /** Why somebody is left out of whom nothing is wrong, or null. */
    private static @Nullable String skipped(@Nullable UserKind kind, @Nullable UserStatus status) {
        if (kind == UserKind.SERVICE) {
            return "this is a service account, create it with `roster service-accounts create`";
        }
        if (status == UserStatus.INVITED) {
            return "this is an invitation, send it with `roster invitations create`";
        }
        return status == UserStatus.DELETED ? "this account was deleted" : null;
    }

    /** Without what is wrong; null where not even the name is right. */
    private Entry.@Nullable OfNewcomer person(UserStatus status) {
        EmailAddress email = read("email", EmailAddress::new);
        Username username = username(email);
        Boolean developer = read(PeopleHeading.DEVELOPER, PeopleRow::truth);
        String role = read(PeopleHeading.ROLE, Function.identity());
        Kept password = read(PeopleHeading.PASSWORD_HASH, hash -> new Kept(hash, null));
        List<Seat> seats = seats();
        // Also to find what is wrong with it where there is no name to go with it.
        Username named = username == null ? new Username("nobody") : username;
        Profile profile = profile(Profile.named(named));
        if (username == null) {
            return null;
        }
        return Entry.OfNewcomer.named(username)
                .withEmail(email)
                .withProfile(profile)
                .withRole(role)
                .withDeveloper(developer)
                .withStatus(status)
                .withPassword(password)
                .withSeats(seats);
    }

    /** The e-mail address, where there is no other name. */
    private @Nullable Username username(@Nullable EmailAddress email) {
        if (!cell("username").isEmpty()) {
            return read("username", Username::new);
        }
        if (cell("email").isEmpty()) {
            faults.add("username", "username must not be empty");
        }
        return email == null ? null : new Username(email.value());
    }

    private Profile profile(Profile nobody) {
        Profile profile = nobody;
        for (ProfileField<?> field : ProfileField.ALL) {
            Profile before = profile;
            Profile after = read(field.word(), text -> field.setText(before, text));
            profile = after == null ? before : after;
        }
        return profile;
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw RefusedException.invalid(
                        PeopleHeading.DEVELOPER,
                        "invalid developer " + UserText.quote(text) + ", expected true or false");
        };
    }

    /** {@code legal;sales:manager}: each with or without a role of the membership's own. */
    private List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (String part : cell(PeopleHeading.WORKSPACES).split(";", -1)) {
            if (!part.isBlank()) {
                Seat seat = faults.attempt(PeopleHeading.WORKSPACES, part.strip(), PeopleRow::seat);
                if (seat != null) {
                    seats.add(seat);
                }
            }
        }
        return seats;
    }

    private static Seat seat(String part) {
        int colon = part.indexOf(':');
        if (colon < 0) {
            return new Seat(new WorkspaceName(part), null);
        }
        String role = part.substring(colon + 1).strip();
        if (role.isEmpty()) {
            throw RefusedException.invalid(PeopleHeading.WORKSPACES, "a role is missing after a colon");
        }
        return new Seat(new WorkspaceName(part.substring(0, colon).strip()), role);
    }

    /** What a cell holds; null where it is empty or wrong. */
    private <T> @Nullable T read(String field, Function<String, T> reading) {
        String text = cell(field);
        return text.isEmpty() ? null : faults.attempt(field, text, reading);
    }

    /** Empty where the row or the heading has no such cell. */
    private String cell(String field) {
        int place = heading.find(field);
        String text = place < 0 || place >= row.cells().size()
                ? ""
                : row.cells().get(place).strip();
        return NEUTRAL.matcher(text).matches() ? text.substring(1) : text;
    }
}
