package dev.roster.application.guest;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.PasswordLinks;
import dev.roster.application.membership.Joining;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates many accounts at once that end with a workspace, or earlier at a time, each with a link to set a password that the
 * caller hands over. All of them are created, or none.
 */
public final class CreateGuests {
    /** The most guests in one call. */
    public static final int MOST = 1_000;

    /** Who the guests are. */
    public sealed interface Party {}

    /** A guest with a name of their own. */
    public record Guest(Username username, @Nullable EmailAddress email, Profile profile) {
        public static Guest named(Username username) {
            return new Guest(username, null, Profile.named(username));
        }
    }

    /** Guests from a list. */
    public record Named(List<Guest> guests) implements Party {
        public Named {
            guests = List.copyOf(guests);
            mustBeInBounds("guests", guests.size());
        }
    }

    /** As many guests, called {@code prefix-1}, {@code prefix-2} and so on, without the names that are taken. */
    public record Numbered(String prefix, int count) implements Party {
        public static final String USUAL_PREFIX = "guest";

        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

        public Numbered {
            mustBeInBounds("count", count);
            if (!SHAPE.matcher(prefix).matches()) {
                throw RefusedException.invalid(
                        "prefix",
                        "invalid prefix " + UserText.quote(prefix)
                                + ", expected 1 to 100 letters, digits, dots, hyphens and underscores, a letter or digit first");
            }
        }
    }

    /**
     * Which guests, and where they may do what.
     *
     * @param workspace where they are members, and with which their accounts end
     * @param role name or id of that membership's own role, or null to let the account role count, which is annotator
     * @param until when the accounts end if the workspace is still there; null for no other end
     */
    @RecordBuilder
    public record Command(
            WorkspaceId workspace,
            Party party,
            @Nullable String role,
            @Nullable Instant until) implements CreateGuestsCommandBuilder.With {
        public Command {
            Objects.requireNonNull(workspace, "workspace");
            Objects.requireNonNull(party, "party");
        }

        public static Command of(WorkspaceId workspace, Party party) {
            return CreateGuestsCommandBuilder.builder()
                    .workspace(workspace)
                    .party(party)
                    .build();
        }
    }

    /**
     * A guest and the link to hand over, which is shown here only.
     *
     * @param linkUntil when the link ends
     */
    public record Created(User user, String link, Instant linkUntil) {
        /** Without the link. */
        @Override
        public String toString() {
            return "Created[" + user.username() + "]";
        }
    }

    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final NewAccounts accounts;
    private final RoleLookup roles;
    private final Joining joining;
    private final PasswordLinks links;
    private final FreeNames names;

    @Inject
    CreateGuests(
            UnitOfWork work,
            Workspaces workspaces,
            NewAccounts accounts,
            RoleLookup roles,
            Joining joining,
            PasswordLinks links,
            FreeNames names) {
        this.work = work;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.roles = roles;
        this.joining = joining;
        this.links = links;
        this.names = names;
    }

    /**
     * In the order of the list, or of the numbers.
     *
     * @throws RefusedException FORBIDDEN where the caller may not create users, not add members to the workspace, or not give
     *     the role there; CONFLICT naming {@code username} or {@code email} that is taken
     */
    public List<Created> handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance());
            Workspace workspace = workspaces.get(command.workspace());
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(workspace));
            Role account = roles.findOrAnnotator(caller, null);
            work.guard().requireToGive(caller, account, Target.instance());
            Role own = command.role() == null ? null : roles.findForPlace(caller, command.role(), Target.of(workspace));
            Stay stay = new Stay(workspace.id(), null).untilChosen(command.until(), work.now());
            List<User> guests = accounts.add(guests(command.party()).stream()
                    .map(guest -> draft(guest, account, stay))
                    .toList());
            guests.forEach(
                    guest -> work.journal().write(caller, "user.create", Target.of(guest), changes(guest, workspace)));
            joining.joinNew(caller, workspace, guests, own);
            return guests.stream().map(guest -> withLink(caller, guest)).toList();
        });
    }

    private List<Guest> guests(Party party) {
        if (party instanceof Named named) {
            return named.guests();
        }
        return names.after((Numbered) party).stream().map(Guest::named).toList();
    }

    private User draft(Guest guest, Role account, Stay stay) {
        return User.person(new UserId(work.nextId()), guest.username(), work.now())
                .withEmail(guest.email())
                .withProfile(guest.profile())
                .withRole(account.ref())
                .withStay(stay);
    }

    private Created withLink(Caller caller, User user) {
        PasswordLinks.Given link = links.giveFirst(caller, user, "user.give-password-link");
        return new Created(user, link.link(), link.until());
    }

    private static Changes changes(User user, Workspace workspace) {
        Stay stay = Objects.requireNonNull(user.stay());
        return Changes.none()
                .set("username", user.username())
                .set("email", user.email())
                .setProfile(user.profile())
                .set("role", user.role())
                .set("stay_workspace", workspace.name())
                .set("stay_until", stay.until());
    }

    private static void mustBeInBounds(String field, int count) {
        if (count < 1 || count > MOST) {
            throw RefusedException.invalid(
                    field, WholeNumbers.grouped(count) + " guests, expected 1 to " + WholeNumbers.grouped(MOST));
        }
    }
}
