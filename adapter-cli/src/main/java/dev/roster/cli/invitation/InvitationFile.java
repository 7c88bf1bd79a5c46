package dev.roster.cli.invitation;

import dev.roster.application.ProfileChange;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.transfer.Entry;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.transfer.PeopleFile;
import dev.roster.cli.transfer.TableOptions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invites everybody in a CSV, one after the other: what is refused to one keeps nobody else from being invited. */
final class InvitationFile {
    /** What came of a line. */
    private record Result(
            long line,
            @Nullable EmailAddress email,
            String outcome,
            @Nullable String reason,
            InviteUser.@Nullable Invited invited) {
        @Nullable
        String link() {
            return invited == null ? null : invited.link();
        }

        @Nullable
        String temporaryPassword() {
            return invited == null || invited.temporaryPassword() == null
                    ? null
                    : invited.temporaryPassword().reveal();
        }

        boolean isSecret() {
            return link() != null || temporaryPassword() != null;
        }
    }

    private static final String INVITED = "invited";
    private static final String PENDING = "pending";
    private static final String SKIPPED = "skipped";
    private static final String REFUSED = "refused";

    private static final Layout<Result> RESULT = Layout.<Result>of("invitations")
            .column("line", Result::line)
            .column("email", Result::email)
            .column("outcome", Result::outcome)
            .column("reason", Result::reason);
    private static final Layout<Result> WHOLE =
            RESULT.detail("link", Result::link).detail("temporary_password", Result::temporaryPassword);
    private static final Layout<Result> LINKS = Layout.<Result>of("links")
            .column("email", Result::email)
            .column(
                    "username",
                    result -> Objects.requireNonNull(result.invited()).user().username())
            .column("link", Result::link)
            .column("temporary_password", Result::temporaryPassword);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final PeopleFile people;
    private final Provider<InviteUser> inviteUser;
    private final Map<WorkspaceName, WorkspaceId> workspaces = new HashMap<>();

    @Inject
    InvitationFile(Operator operator, Names names, Output output, PeopleFile people, Provider<InviteUser> inviteUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.people = people;
        this.inviteUser = inviteUser;
    }

    /**
     * @param links where links and temporary passwords are written, or null
     * @param usual what holds where the file says nothing
     * @return whether everybody was invited
     */
    boolean invite(
            Path file, TableOptions table, @Nullable Path links, Function<EmailAddress, InviteUser.Command> usual) {
        if (links != null && Files.exists(links)) {
            throw new InstallationException("the file `" + links + "` exists, name another");
        }
        List<Result> results = new ArrayList<>();
        try {
            people.read(file, table).forEach(row -> results.add(invite(row, usual)));
        } finally {
            write(results, links);
        }
        output.list(links == null && !output.isForPeople() ? WHOLE : RESULT, results);
        output.say(count(results, INVITED) + " invited, " + count(results, PENDING) + " already pending, "
                + count(results, SKIPPED) + " skipped, " + count(results, REFUSED) + " refused");
        return count(results, REFUSED) == 0;
    }

    private static long count(List<Result> results, String outcome) {
        return results.stream()
                .filter(result -> result.outcome().equals(outcome))
                .count();
    }

    /** Also where something went wrong on the way: what was sent to nobody is nowhere else. */
    private void write(List<Result> results, @Nullable Path links) {
        List<Result> secret = results.stream().filter(Result::isSecret).toList();
        if (links != null && !secret.isEmpty()) {
            output.write(links, false, LINKS, secret);
            output.say("wrote the links and temporary passwords to `" + links
                    + "`; delete the file after you have handed them over");
        }
    }

    private Result invite(PeopleFile.Row row, Function<EmailAddress, InviteUser.Command> usual) {
        Entry.OfNewcomer person = row.person();
        if (person == null || person.email() == null) {
            return new Result(row.line(), null, SKIPPED, row.skipped(), null);
        }
        try {
            InviteUser.Invited invited =
                    inviteUser.get().handle(operator.caller(), command(person, person.email(), usual));
            return new Result(row.line(), person.email(), invited.isNew() ? INVITED : PENDING, null, invited);
        } catch (RefusedException refused) {
            return new Result(row.line(), person.email(), REFUSED, refused.reason(), null);
        }
    }

    private InviteUser.Command command(
            Entry.OfNewcomer person, EmailAddress email, Function<EmailAddress, InviteUser.Command> usual) {
        List<InviteUser.WorkspacePlace> places = person.seats().stream()
                .map(seat -> new InviteUser.WorkspacePlace(workspace(seat.workspace()), seat.role()))
                .toList();
        InviteUser.Command command = usual.apply(email)
                .withUsername(person.username().value().equals(email.value()) ? null : person.username())
                .withProfile(given(person.profile()));
        if (person.role() != null) {
            command = command.withRole(person.role());
        }
        if (person.developer() != null) {
            command = command.withDeveloper(person.developer());
        }
        return places.isEmpty() ? command : command.withWorkspaces(places);
    }

    /** Looked up once: before each change, all that was looked up is asked again. */
    private WorkspaceId workspace(WorkspaceName name) {
        return workspaces.computeIfAbsent(
                name, wanted -> names.workspace(wanted.value()).id());
    }

    private static ProfileChange given(Profile profile) {
        ProfileChange given = ProfileChange.none();
        for (ProfileField<?> field : ProfileField.ALL) {
            given = with(given, field, profile);
        }
        return given;
    }

    private static <T> ProfileChange with(ProfileChange given, ProfileField<T> field, Profile profile) {
        return given.withGiven(field, field.of(profile));
    }
}
