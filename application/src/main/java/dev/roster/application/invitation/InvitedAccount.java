package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.TokenIssuer;
import dev.roster.application.membership.Joining;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The account that an invitation is for, with its role and places. */
final class InvitedAccount {
    private final UnitOfWork work;
    private final Users users;
    private final RoleLookup roles;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Enrolment enrolment;
    private final Joining joining;
    private final TokenIssuer tokens;

    @Inject
    InvitedAccount(
            UnitOfWork work,
            Users users,
            RoleLookup roles,
            Organizations organizations,
            Memberships memberships,
            Enrolment enrolment,
            Joining joining,
            TokenIssuer tokens) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.organizations = organizations;
        this.memberships = memberships;
        this.enrolment = enrolment;
        this.joining = joining;
        this.tokens = tokens;
    }

    /** A new one: active for {@link InviteMode#NONE}, else invited and without any credential. */
    User make(Caller caller, InviteUser.Command command) {
        Username username =
                command.username() == null ? new Username(command.email().value()) : command.username();
        User blank = User.person(new UserId(work.nextId()), username, work.now())
                .withEmail(command.email())
                .withStatus(command.mode() == InviteMode.NONE ? UserStatus.ACTIVE : UserStatus.INVITED);
        Role role = roles.findOrAnnotator(caller, command.role());
        work.guard().requireToGive(caller, role, Target.instance());
        User user = users.add(as(command, blank, role));
        work.journal().write(caller, "user.invite", Target.of(user), changes(user, command.mode()));
        join(caller, command, user);
        if (user.isActive()) {
            tokens.issue(user.id(), null);
        }
        return user;
    }

    /** The same account for another invitation after one that expired: role, names and places as they are asked for now. */
    User renew(Caller caller, InviteUser.Command command, User before) {
        before.mustStillStay(work.now());
        User named = command.username() == null ? before : before.withUsername(command.username());
        Role role = command.role() == null
                ? roles.findOrAnnotator(caller, null)
                : roles.find(caller, command.role(), before);
        if (!role.ref().equals(before.role())) {
            work.guard().requireToGiveAccountRole(caller, role, before);
            before.mustBeAbleToHold(role);
        }
        User after = as(command, named, role).updatedAt(work.now());
        users.update(after);
        work.journal().write(caller, "user.invite", Target.of(after), changes(after, command.mode()));
        join(caller, command, after);
        return after;
    }

    private static User as(InviteUser.Command command, User user, Role role) {
        Boolean developer = command.developer();
        return user.withProfile(profile(command, user))
                .withRole(role.ref())
                .withDeveloper(developer == null ? role.ref().makesDevelopers() : developer);
    }

    /** Last and display name are those that are asked for now, or none. */
    private static Profile profile(InviteUser.Command command, User user) {
        return command.profile().applyTo(user.profile().withLastName(null).withDisplayName(null));
    }

    private void join(Caller caller, InviteUser.Command command, User user) {
        joinOrganization(caller, command, user);
        for (InviteUser.WorkspacePlace place : command.workspaces()) {
            joinUnlessIn(caller, Place.of(place.workspace()), user, place.role());
        }
    }

    /** Everybody belongs to the default organization, as whoever is created does; any other takes adding members there. */
    private void joinOrganization(Caller caller, InviteUser.Command command, User user) {
        Organization usual = enrolment.defaultOrganization();
        Organization wanted = command.organization() == null ? usual : organizations.get(command.organization());
        if (wanted.equals(usual) && command.organizationRole() == null) {
            enrolment.enrol(caller, user, wanted);
        } else {
            joinUnlessIn(caller, Place.of(wanted.id()), user, command.organizationRole());
        }
    }

    private void joinUnlessIn(Caller caller, Place place, User user, @Nullable String role) {
        if (memberships.find(place, user.id()).isEmpty()) {
            joining.join(
                    caller, place, user, role == null ? null : roles.findForPlace(caller, role, joining.target(place)));
        }
    }

    private static Changes changes(User user, InviteMode mode) {
        return Changes.none()
                .set("username", user.username())
                .set("email", user.email())
                .set("role", user.role())
                .set("mode", mode.word());
    }
}
