package dev.roster.cli.guest;

import dev.roster.application.guest.CreateGuests;
import dev.roster.application.guest.CreateGuests.Created;
import dev.roster.application.guest.CreateGuests.Guest;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.transfer.PeopleFile;
import dev.roster.cli.transfer.TableOptions;
import dev.roster.domain.user.Stay;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        header = "Create guests of a workspace, each with a link to hand over.",
        description = {
            "Creates all of them or, if anything is wrong, none. Each link sets a password, works once, and ends after a "
                    + "week or with the stay. The links are shown here only; roster users password-link --no-mail creates "
                    + "another.",
            "",
            "A CSV needs a column username or email and may have first_name, last_name, display_name and pronouns. It is "
                    + "read as roster import reads it. No mail is sent."
        },
        footer = {
            "",
            "Examples:",
            "  roster guests create legal --count 20 --until 2026-12-31",
            "  roster guests create legal --count 20 --prefix workshop --role reviewer",
            "  roster guests create legal --file people.csv --until 30d --links links.csv"
        })
final class CreateGuestsCommand implements Runnable {
    private static final Layout<Created> GUEST = Layout.<Created>of("guests")
            .detail("user.id", created -> created.user().id())
            .column("user.username", "username", created -> created.user().username())
            .column("user.email", "email", created -> created.user().email())
            .column("until", CreateGuestsCommand::until)
            .detail("link_expires_at", Created::linkUntil);
    private static final Layout<Created> WHOLE = GUEST.detail("link", Created::link);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final PeopleFile people;
    private final Provider<CreateGuests> createGuests;

    /** Who they are: so many, or those in a file. */
    static final class Party {
        @ArgGroup(exclusive = false)
        private @Nullable Numbered numbered;

        @ArgGroup(exclusive = false)
        private @Nullable InFile named;
    }

    /** Guests with numbers for names. */
    static final class Numbered {
        @Option(
                names = "--count",
                required = true,
                paramLabel = "NUMBER",
                description = "How many, at most 1,000. Names that are taken are left out.")
        private int count;

        @Option(
                names = "--prefix",
                paramLabel = "TEXT",
                defaultValue = CreateGuests.Numbered.USUAL_PREFIX,
                description = "What the names begin with, as in guest-1; default: guest.")
        private String prefix;
    }

    /** Guests from a file. */
    static final class InFile {
        @Option(
                names = "--file",
                required = true,
                paramLabel = "FILE",
                description = "A CSV of guests, or - for standard input.")
        private Path file;
    }

    @Parameters(paramLabel = "WORKSPACE", description = "Name or id. The accounts end with it.")
    private String workspace;

    @ArgGroup(multiplicity = "1")
    private Party party;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Their role in the workspace; default: the account role, annotator.")
    private @Nullable String role;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = End.HELP + ", at most a year away; default: with the workspace alone.")
    private @Nullable End until;

    @Option(names = "--links", paramLabel = "LINKS", description = "A CSV to write the links to, for you to hand over.")
    private @Nullable Path links;

    @Inject
    CreateGuestsCommand(
            Operator operator, Names names, Output output, PeopleFile people, Provider<CreateGuests> createGuests) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.people = people;
        this.createGuests = createGuests;
    }

    @Override
    public void run() {
        if (links != null && Files.exists(links)) {
            throw new InstallationException("the file `" + links + "` exists, name another");
        }
        CreateGuests.Party guests = party();
        CreateGuests.Command command = CreateGuests.Command.of(
                        names.workspace(workspace).id(), guests)
                .withRole(role)
                .withUntil(End.orNever(until));
        show(createGuests.get().handle(operator.caller(), command));
    }

    private CreateGuests.Party party() {
        if (party.numbered != null) {
            table.requireUnused("--file");
            return new CreateGuests.Numbered(party.numbered.prefix, party.numbered.count);
        }
        Path file = Objects.requireNonNull(party.named).file;
        return new CreateGuests.Named(people.readGuests(file, table).stream()
                .map(PeopleFile.Row::person)
                .filter(Objects::nonNull)
                .map(person -> new Guest(person.username(), person.email(), person.profile()))
                .toList());
    }

    private void show(List<Created> guests) {
        if (links != null) {
            output.write(links, false, WHOLE, guests);
            output.list(GUEST, guests);
        } else if (output.isForPeople()) {
            guests.forEach(this::print);
        } else {
            output.list(WHOLE, guests);
        }
        output.say("created " + Counted.of(guests.size(), "guest")
                + (links == null ? "; hand the links over" : "; the links to hand over are in `" + links + "`"));
    }

    /** Each link alone on its line, whole however narrow the screen is. */
    private void print(Created guest) {
        output.line(guest.user().username().value());
        output.line(guest.link());
    }

    private static @Nullable Object until(Created created) {
        Stay stay = created.user().stay();
        return stay == null ? null : stay.until();
    }
}
