package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.FirstSecrets;
import dev.roster.application.membership.FewPlaces;
import dev.roster.application.membership.Joining;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates an account that is active at once, with a user token. */
public final class CreateUser {
    /**
     * The new account.
     *
     * @param id null for a new id
     * @param role name or id of the account role, null for annotator
     * @param developer whether the user may create API keys, null for the default of the role
     * @param password null for an account that cannot log in with one
     * @param token null for a random one; of callers with an account, at least {@link UserToken#LEAST_FROM_AFAR} characters
     * @param tokenForm the form of a random token; set by the interface, not by its clients
     * @param organization an organization that the user joins in addition to the default one, or null
     * @param workspaces the workspaces that the user joins at once, all or none
     */
    @RecordBuilder
    public record Command(
            @Nullable UserId id,
            Username username,
            @Nullable EmailAddress email,
            Profile profile,
            @Nullable String role,
            @Nullable Boolean developer,
            @Nullable Password password,
            @Nullable UserToken token,
            TokenForm tokenForm,
            @Nullable OrganizationId organization,
            List<WorkspaceId> workspaces)
            implements CreateUserCommandBuilder.With {
        public Command {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(tokenForm, "tokenForm");
            workspaces = List.copyOf(workspaces);
            FewPlaces.require(workspaces);
        }

        public static Command named(Username username) {
            return CreateUserCommandBuilder.builder()
                    .username(username)
                    .profile(Profile.named(username))
                    .tokenForm(TokenForm.USUAL)
                    .workspaces(List.of())
                    .build();
        }

        private ContextWords contextWords() {
            return ContextWords.of(username, email).withNames(profile);
        }
    }

    /** The account, and its token: shown here and then to its owner alone. */
    public record Created(User user, UserToken token) {}

    private final UnitOfWork work;
    private final Users users;
    private final RoleLookup roles;
    private final ChosenPassword chosenPassword;
    private final FirstSecrets secrets;
    private final Enrolment enrolment;
    private final Joining joining;

    @Inject
    CreateUser(
            UnitOfWork work,
            Users users,
            RoleLookup roles,
            ChosenPassword chosenPassword,
            FirstSecrets secrets,
            Enrolment enrolment,
            Joining joining) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.chosenPassword = chosenPassword;
        this.secrets = secrets;
        this.enrolment = enrolment;
        this.joining = joining;
    }

    public Created handle(Caller caller, Command command) {
        String hash = command.password() == null ? null : hash(caller, command, command.password());
        return work.inTransaction(() -> create(caller, command, hash));
    }

    /**
     * The same with a password that was hashed before, so that nothing slow runs inside the caller's transaction.
     *
     * @param hash from {@link ChosenPassword}, or null for no password
     */
    public Created withHash(Caller caller, Command command, @Nullable String hash) {
        return work.inTransaction(() -> create(caller, command, hash));
    }

    /** Asks before it spends the time of a hash, which must not be spent inside the transaction. */
    private String hash(Caller caller, Command command, Password password) {
        work.reading(() -> work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance()));
        return chosenPassword.hash(password, command.contextWords());
    }

    private Created create(Caller caller, Command command, @Nullable String hash) {
        work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance());
        if (command.token() != null && !caller.isOperator()) {
            command.token().mustBeLongEnoughFromAfar();
        }
        Role role = roles.findOrAnnotator(caller, command.role());
        work.guard().requireToGive(caller, role, Target.instance());
        User user = users.add(draft(command, role));
        UserToken token = secrets.give(user, hash, command.token(), command.tokenForm());
        Organization usual = enrolment.defaultOrganization();
        enrolment.enrolNew(caller, List.of(user), usual);
        work.journal().write(caller, "user.create", Target.of(user), changes(user));
        if (command.organization() != null && !usual.id().equals(command.organization())) {
            joining.join(caller, Place.of(command.organization()), user, null);
        }
        command.workspaces().forEach(workspace -> joining.join(caller, Place.of(workspace), user, null));
        secrets.show(caller.user(), user, hash);
        return new Created(user, token);
    }

    private User draft(Command command, Role role) {
        UserId id = command.id() == null ? new UserId(work.nextId()) : command.id();
        Boolean developer = command.developer();
        return User.person(id, command.username(), work.now())
                .withEmail(command.email())
                .withProfile(command.profile())
                .withRole(role.ref())
                .withDeveloper(developer == null ? role.ref().makesDevelopers() : developer);
    }

    private static Changes changes(User user) {
        return Changes.none()
                .set("username", user.username())
                .set("email", user.email())
                .setProfile(user.profile())
                .set("role", user.role());
    }
}
