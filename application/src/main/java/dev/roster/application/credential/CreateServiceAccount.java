package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.FewPlaces;
import dev.roster.application.membership.Joining;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates a service account with its places and its first key. It can never do more than its creator: the creator's rights
 * are checked in every decision.
 */
public final class CreateServiceAccount {
    /**
     * The new account.
     *
     * @param role name or id of the account role, null for annotator
     * @param organizations the places it joins; at least one workspace in total, where the permission to create it is checked
     */
    @RecordBuilder
    public record Command(
            Username username,
            @Nullable PersonName displayName,
            @Nullable String role,
            List<OrganizationPlace> organizations,
            KeyIssuer.Wish key)
            implements CreateServiceAccountCommandBuilder.With {
        public Command {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(key, "key");
            organizations = List.copyOf(organizations);
            requireFewAndDifferent(organizations);
        }

        /** Before the store is asked: each place is looked at while nothing else can be written. */
        private static void requireFewAndDifferent(List<OrganizationPlace> organizations) {
            List<Object> places = organizations.stream()
                    .flatMap(place -> Stream.<Object>concat(
                            Stream.of(place.organization()),
                            place.workspaces().stream().map(WorkspacePlace::workspace)))
                    .toList();
            FewPlaces.require(places);
            if (new HashSet<>(places).size() < places.size()) {
                throw RefusedException.invalid("workspaces", "an organization or workspace is named twice");
            }
        }

        public static Command of(Username username, List<OrganizationPlace> organizations, KeyIssuer.Wish key) {
            return CreateServiceAccountCommandBuilder.builder()
                    .username(username)
                    .organizations(organizations)
                    .key(key)
                    .build();
        }
    }

    /** @param role name or id of the membership's own role, or null */
    public record OrganizationPlace(
            OrganizationId organization, @Nullable String role, List<WorkspacePlace> workspaces) {
        public OrganizationPlace {
            workspaces = List.copyOf(workspaces);
        }
    }

    /** @param role name or id of the membership's own role, or null to let the account role count */
    public record WorkspacePlace(
            WorkspaceId workspace, @Nullable String role) {}

    /** The account's first key, and where the account is a member by name. */
    public record Created(KeyIssuer.Issued key, List<Membership> memberships) {
        public Created {
            memberships = List.copyOf(memberships);
        }
    }

    private final UnitOfWork work;
    private final Users users;
    private final RoleLookup roles;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Joining joining;
    private final KeyIssuer issuer;

    @Inject
    CreateServiceAccount(
            UnitOfWork work,
            Users users,
            RoleLookup roles,
            Organizations organizations,
            Workspaces workspaces,
            Joining joining,
            KeyIssuer issuer) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.joining = joining;
        this.issuer = issuer;
    }

    /**
     * @throws RefusedException FORBIDDEN where the caller may not make service keys or would give more than they hold,
     *     and for a caller who is a service account; INVALID naming {@code workspaces} for one that is in another
     *     organization, or when there is none
     */
    public KeyIssuer.Issued handle(Caller caller, Command command) {
        return create(caller, command).key();
    }

    /** The same with the memberships of the account, in the order of the places, an organization before its workspaces. */
    public Created create(Caller caller, Command command) {
        return work.inTransaction(() -> {
            requireToMake(caller, command);
            Role role = roles.findOrAnnotator(caller, command.role());
            work.guard().requireToGive(caller, role, Target.instance());
            User account = users.add(draft(caller, command, role));
            work.journal()
                    .write(
                            caller,
                            "service-account.create",
                            Target.of(account),
                            Changes.none().set("username", account.username()).set("role", account.role()));
            List<Membership> memberships = new ArrayList<>();
            command.organizations().forEach(place -> join(caller, account, place, memberships::add));
            return new Created(issuer.issue(caller, account, command.key()), memberships);
        });
    }

    private void requireToMake(Caller caller, Command command) {
        User maker = caller.user();
        if (maker != null && maker.isService()) {
            throw RefusedException.forbidden("a service account cannot create service accounts");
        }
        if (command.organizations().stream()
                .allMatch(place -> place.workspaces().isEmpty())) {
            work.guard().require(caller, RosterPermission.SERVICE_KEY_CREATE, Target.instance());
        }
        for (OrganizationPlace place : command.organizations()) {
            for (WorkspacePlace inside : place.workspaces()) {
                Workspace workspace = workspaces.get(inside.workspace());
                work.guard().require(caller, RosterPermission.SERVICE_KEY_CREATE, Target.of(workspace));
                requireInside(workspace, place);
            }
        }
    }

    private static void requireInside(Workspace workspace, OrganizationPlace place) {
        if (!workspace.organization().equals(place.organization())) {
            throw RefusedException.unfit(
                    "workspaces", "the workspace `" + workspace.shownName() + "` is in another organization");
        }
    }

    private User draft(Caller caller, Command command, Role role) {
        User maker = caller.user();
        User account = User.person(new UserId(work.nextId()), command.username(), work.now());
        return account.withProfile(account.profile().withDisplayName(command.displayName()))
                .withRole(role.ref())
                .withDeveloper(false)
                .asServiceOf(maker == null ? null : maker.id());
    }

    private void join(Caller caller, User account, OrganizationPlace place, Consumer<Membership> joined) {
        Organization around = organizations.get(place.organization());
        Role own = place.role() == null ? null : roles.findForPlace(caller, place.role(), Target.of(around));
        if (place.workspaces().isEmpty()) {
            joined.accept(joining.join(caller, Place.of(around.id()), account, own));
        } else if (own != null) {
            joined.accept(joining.joinAhead(caller, around.id(), account, own));
        }
        for (WorkspacePlace inside : place.workspaces()) {
            Target within = Target.of(workspaces.get(inside.workspace()));
            Role role = inside.role() == null ? null : roles.findForPlace(caller, inside.role(), within);
            joined.accept(joining.join(caller, Place.of(inside.workspace()), account, role));
        }
    }
}
