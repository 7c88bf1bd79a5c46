package dev.roster.application.transfer;

import dev.roster.application.Now;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Ids;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes accounts of a list of people. Whose username or e-mail is somebody's already is left as they are. */
final class NewcomerIntake {
    private final Logins logins;
    private final WholeStore store;
    private final Workspaces workspaces;
    private final RoleLookup roles;
    private final Enrolment enrolment;
    private final Ids ids;
    private final Now now;
    private final Map<String, Role> seenRoles = new HashMap<>();
    private final Map<NameKey, Workspace> seenWorkspaces = new HashMap<>();

    /** Somebody with their places, ready to be stored. */
    private record Ready(Line line, User user, List<Membership> memberships, Set<OrganizationId> organizations) {}

    @Inject
    NewcomerIntake(
            Logins logins,
            WholeStore store,
            Workspaces workspaces,
            RoleLookup roles,
            Enrolment enrolment,
            Ids ids,
            Now now) {
        this.logins = logins;
        this.store = store;
        this.workspaces = workspaces;
        this.roles = roles;
        this.enrolment = enrolment;
        this.ids = ids;
        this.now = now;
    }

    void take(List<Line> chunk, Tally tally) {
        OrganizationId home = enrolment.defaultOrganization().id();
        Set<NameKey> taken = store.takenLogins(wanted(chunk));
        List<Ready> ready = new ArrayList<>();
        chunk.forEach(line -> tally.step(line, one -> {
            Ready made = ready(one, home);
            logins.mustBeFreeInFile(made.user(), one);
            Optional<NameKey> known =
                    Logins.of(made.user()).filter(taken::contains).findFirst();
            if (known.isPresent()) {
                tally.skip(
                        one,
                        "somebody here has the " + Logins.field(made.user(), known.get()) + " `" + known.get() + "`");
            } else {
                ready.add(made);
            }
        }));
        store(ready, tally);
    }

    private void store(List<Ready> ready, Tally tally) {
        tally.count(
                ready.stream().map(Ready::line).toList(),
                store.addUsers(ready.stream().map(Ready::user).toList()),
                "there already");
        List<Membership> enrolments = ready.stream().flatMap(this::enrolments).toList();
        inChunks(enrolments, store::addMemberships);
        List<Membership> memberships =
                ready.stream().flatMap(one -> one.memberships().stream()).toList();
        inChunks(memberships, store::addMemberships);
        tally.add(Entry.Kind.MEMBER, memberships.size());
    }

    private static <T> void inChunks(List<T> items, Consumer<List<T>> work) {
        int most = PageRequest.MOST;
        for (int from = 0; from < items.size(); from += most) {
            work.accept(items.subList(from, Math.min(from + most, items.size())));
        }
    }

    private static Entry.OfNewcomer entry(Line line) {
        return (Entry.OfNewcomer) Objects.requireNonNull(line.entry());
    }

    private static Set<NameKey> wanted(List<Line> chunk) {
        return chunk.stream()
                .map(NewcomerIntake::entry)
                .flatMap(person -> person.email() == null
                        ? Stream.of(person.username().key())
                        : Stream.of(person.username().key(), person.email().key()))
                .collect(Collectors.toSet());
    }

    private Ready ready(Line line, OrganizationId home) {
        Entry.OfNewcomer person = entry(line);
        User user = user(person);
        List<Membership> memberships = new ArrayList<>();
        Set<OrganizationId> organizations = new LinkedHashSet<>(Set.of(home));
        Set<NameKey> named = new LinkedHashSet<>();
        for (Seat seat : person.seats()) {
            Workspace workspace = workspace(seat.workspace());
            if (!named.add(workspace.name().key())) {
                throw RefusedException.invalid("workspaces", "`" + workspace.name() + "` is named twice");
            }
            organizations.add(workspace.organization());
            memberships.add(seat(workspace, user.id(), seat.role()));
        }
        return new Ready(line, user, memberships, organizations);
    }

    private User user(Entry.OfNewcomer person) {
        RoleRef role = person.role() == null
                ? PredefinedRole.ANNOTATOR.ref()
                : role(person.role()).ref();
        return User.person(new UserId(ids.next()), person.username(), now.get())
                .withEmail(person.email())
                .withProfile(person.profile())
                .withRole(role)
                .withDeveloper(role.makesDevelopers());
    }

    private Role role(String nameOrId) {
        return seenRoles.computeIfAbsent(nameOrId, roles::find);
    }

    private Membership seat(Workspace workspace, UserId user, @Nullable String role) {
        RoleRef own = role == null ? null : roles.findForPlace(role).ref();
        return membership(Place.of(workspace.id()), user, own);
    }

    private Workspace workspace(WorkspaceName name) {
        return seenWorkspaces.computeIfAbsent(
                name.key(),
                key -> workspaces
                        .findByName(key)
                        .orElseThrow(() -> RefusedException.invalid("workspaces", "no workspace `" + name + "`")));
    }

    private Stream<Membership> enrolments(Ready one) {
        return one.organizations().stream()
                .map(organization ->
                        membership(Place.of(organization), one.user().id(), null));
    }

    private Membership membership(Place place, UserId user, @Nullable RoleRef own) {
        return new Membership(new MembershipId(ids.next()), 0, place, user, own, now.get());
    }
}
