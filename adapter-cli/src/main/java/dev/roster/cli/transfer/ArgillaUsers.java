package dev.roster.cli.transfer;

import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The users of an Argilla 1.x that kept them in a {@code users.yaml}. Their API keys stay behind: nobody who comes with a
 * file has a token.
 */
final class ArgillaUsers {
    private static final int LONGEST = 8 * 1024 * 1024;

    private ArgillaUsers() {}

    /** @throws InstallationException for a file that is too long, or no list */
    static void read(BufferedReader text, Consumer<Line> lines) throws IOException {
        Mistakes mistakes = new Mistakes("the file");
        YamlValue users = YamlReader.read(whole(text), mistakes);
        if (!(users instanceof YamlValue.Sequence list)) {
            throw new InstallationException(
                    "the file is not a list of users as in Argilla 1.x, it contains " + users.describe());
        }
        List<Line> people = list.items().stream()
                .map(item -> new Person(item, mistakes).line())
                .toList();
        mistakes.each((line, reason) -> lines.accept(Line.wrong(line, RefusedException.invalid("line", reason))));
        people.forEach(lines);
    }

    private static String whole(BufferedReader text) throws IOException {
        String content = FileText.next(text, LONGEST);
        if (content.length() == LONGEST) {
            throw new InstallationException("the file is longer than " + LONGEST + " characters, split it");
        }
        return content;
    }

    /** One of them, and all that is wrong. */
    private static final class Person {
        private final int line;
        private final YamlFields fields;
        private final FieldFaults faults = new FieldFaults();

        private Person(YamlValue value, Mistakes mistakes) {
            this.line = value.line();
            this.fields = YamlFields.of(
                    value,
                    mistakes,
                    "username",
                    "first_name",
                    "last_name",
                    "full_name",
                    "email",
                    "role",
                    "api_key",
                    "hashed_password",
                    "workspaces",
                    "disabled");
        }

        private Line line() {
            Username username = read("username", Username::new);
            EmailAddress email = read("email", EmailAddress::new);
            Kept password = read("hashed_password", hash -> new Kept(hash, null));
            Profile profile = profile(Profile.named(username == null ? new Username("nobody") : username));
            List<Seat> seats = seats();
            if (username == null) {
                if (!fields.isSaid("username")) {
                    faults.add("username", "a user has no username");
                }
                return Line.wrong(line, null, faults.all());
            }
            Entry person = Entry.OfNewcomer.named(username)
                    .withEmail(email)
                    .withProfile(profile)
                    .withRole(read("role", Function.identity()))
                    .withStatus(isDisabled() ? UserStatus.DEACTIVATED : UserStatus.ACTIVE)
                    .withPassword(password)
                    .withSeats(seats);
            return faults.isEmpty() ? Line.of(line, person) : Line.wrong(line, person, faults.all());
        }

        private Profile profile(Profile nobody) {
            Profile profile = nobody;
            for (ProfileField<?> field : List.of(ProfileField.FIRST_NAME, ProfileField.LAST_NAME)) {
                Profile before = profile;
                profile = Objects.requireNonNullElse(read(field.word(), text -> field.setText(before, text)), before);
            }
            Profile named = profile;
            return Objects.requireNonNullElse(
                    read("full_name", text -> ProfileField.DISPLAY_NAME.setText(named, text)), named);
        }

        private boolean isDisabled() {
            return fields.flag("disabled").orElse(false);
        }

        private List<Seat> seats() {
            List<Seat> seats = new ArrayList<>();
            for (YamlValue.Text name : fields.list("workspaces").orElse(List.of())) {
                WorkspaceName workspace = faults.attempt("workspaces", name.value(), WorkspaceName::new);
                if (workspace != null) {
                    seats.add(new Seat(workspace, null));
                }
            }
            return seats;
        }

        private <T> @Nullable T read(String field, Function<String, T> reading) {
            String text = fields.text(field).applyTo(null);
            return text == null || text.isBlank() ? null : faults.attempt(field, text.strip(), reading);
        }
    }
}
